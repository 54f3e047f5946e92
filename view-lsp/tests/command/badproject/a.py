import struct
