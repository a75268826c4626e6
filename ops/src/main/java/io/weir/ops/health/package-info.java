/** How each room is, said by the room itself, and what that makes of the whole. Nothing is measured here. */
package io.weir.ops.health;
