# select: VF1
import struct

struct.unpack("l", data)
#              ^ native-size: size of `l` differs between machines in format `l`
#              ^ native-order: byte order differs between machines in format `l`
struct.unpack("@HL", data)
#              ^ native-order: byte order differs between machines in format `@HL`
#                ^ native-size: size of `L` differs between machines in format `@HL`
#                ^ implicit-padding: padding that is not written in format `@HL`
struct.unpack("bq", data)
#              ^ native-order: byte order differs between machines in format `bq`
#               ^ native-alignment: place of `q` differs between machines in format `bq`
struct.unpack("bi", data)
#              ^ native-order: byte order differs between machines in format `bi`
#               ^ implicit-padding: padding that is not written in format `bi`
struct.unpack("bxi", data)
#              ^ native-order: byte order differs between machines in format `bxi`
#               ^ partial-padding: padding that is written in part (format `bxi`)
struct.unpack("<0s", data)
#               ^^ empty-string: `0s` is always empty in format `<0s`
struct.unpack("<", data)
#              ^ idle-mark: order mark `<` has no effect in format `<`
struct.unpack("=I", data)
#              ^ native-order: byte order differs between machines in format `=I`
struct.unpack("ib", data)
#              ^ native-order: byte order differs between machines in format `ib`
#                ^ end-padding: no padding at the end in format `ib`
struct.unpack("<HI", data)
struct.unpack("4s", data)
struct.unpack("llll", data[:16])
#              ^ native-size: size of `l` differs between machines in format `llll`
#              ^ native-order: byte order differs between machines in format `llll`
