// Letters of U+0600–06FF, two bytes each, as numbers of 16 bits, the first byte lowest; each of these takes a vector of
// any size.
#ifndef CAK_RUNTIME_LETTER_UNITS_H
#define CAK_RUNTIME_LETTER_UNITS_H

#define IS_LETTER_UNIT(unit) (((unit)&0xC0FC) == 0x80D8)
// From and to the lowest byte of the scalar.
#define LOW_BYTE_OF_UNIT(unit) (((unit)&3) << 6 | ((unit) >> 8 & 0x3F))
#define UNIT_OF_LOW_BYTE(byte) ((byte) >> 6 | ((byte)&0x3F) << 8 | 0x80D8)

#endif
