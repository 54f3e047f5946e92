"""Comments that keep findings quiet."""
import struct

struct.pack("<B", 300)  # noqa
struct.pack("<B", 300)  # noqa: VF205
struct.pack("<B", 300)  # noqa: E501, VF204
#                 ^^^ pack-range: `300` packed as `B` in format `<B`, which takes 0 to 255
#                                     ^^^^^ unused-suppression: unused suppression: `VF204` is not found here
struct.pack("<B", 300)  # view: ignore
struct.pack("<B", 300)  # view: ignore[pack-range]
struct.pack("<B", 300)  # view: ignore[VF205, VF206]
#                                             ^^^^^ unused-suppression: unused suppression: `VF206` is not found here
struct.pack("<B", 300)  # view: ignore[VF20]
#                 ^^^ pack-range: `300` packed as `B` in format `<B`, which takes 0 to 255
#                                      ^^^^ unused-suppression: unused suppression: `VF20` is no rule
struct.pack("<B", 300)  # type: ignore
#                 ^^^ pack-range: `300` packed as `B` in format `<B`, which takes 0 to 255
struct.pack("<B", 30)  # view: ignore[pack-range]
#                                     ^^^^^^^^^^ unused-suppression: unused suppression: `pack-range` is not found here
struct.pack("<B", 30)  # why it is so  # view: ignore[pack-range]
#                                                     ^^^^^^^^^^ unused-suppression: unused suppression: `pack-range` is not found here
struct.pack("<B", 30)  # noqa: E501, VF205
#                                    ^^^^^ unused-suppression: unused suppression: `VF205` is not found here
struct.pack("<B", 30)  # noqa
struct.pack("<B", 30)  # view: ignore[pack-rang]
#                                     ^^^^^^^^^ unused-suppression: unused suppression: `pack-rang` is no rule
# view: ignore[pack-range]
struct.pack("<B", 300)
struct.pack(
    "<B",
    300,  # view: ignore[pack-range]
)
struct.unpack('''<
    k
''', data)  # noqa: VF001

# view: ignore
# @0-14 unused-suppression: unused suppression: nothing is found here that it would keep quiet
text = "# view: ignore"
