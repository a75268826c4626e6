/** HTTP for people and programs: API, health, metrics and console. SQL and decisions never live here. */
package io.weir.ops;
