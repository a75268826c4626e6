/** JSON read field by field, decimals digit by digit and never through a binary float. No field names of a venue here. */
package io.weir.rest.json;
