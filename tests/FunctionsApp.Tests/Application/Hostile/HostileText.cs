using System.Globalization;

namespace FunctionsApp.Tests.Application.Hostile;

/// <summary>Texts that are known to break parsers, and random ones.</summary>
static class HostileText
{
    static readonly string[] Fixed =
    [
        "", " ", "\t", "null", "undefined", "NaN", "-0", "0", "-1", "1e309", "99999999999999999999999999", "0x10",
        "true", "[]", "{}", "''", "\"", "'; drop table groups; --",
        "../../../../etc/passwd", "..%2f..%2f..%2fetc%2fpasswd", "%2e%2e%2f", "%00", "%ff%fe", "%c0%ae%c0%ae/",
        "..\\..\\windows\\win.ini", "C:\\", "file:///etc/passwd", "//host/share",
        "<script>alert(1)</script>", "<svg/onload=alert(1)>", "{{7*7}}", "${7*7}", "%{7*7}", "#{7*7}",
        "__proto__", "constructor", "a\0b", "a\r\nSet-Cookie: x=1", "\u202Eevil", "\uFEFF",
        "\u200B", "e\u0301\u0301\u0301", "ﷺ", "𝕳𝖊𝖑𝖑𝖔", "👨‍👩‍👧‍👦", "İ", "ß", "\uFFFF",
        "2026-02-30T25:61:61Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59+14:00", "2026-12-01T09:00:00+99:99",
        "PT1000000000H",
        "con", "aux", ".", "..", "~", "*", "?", "#", "/", "\\", "a/b", "%", "%%", "%zz", "+", "&a=b", ";",
        "tea-1", "群", "a".PadRight(41, 'a'), "a-", "-a", "A",
    ];

    public static string Next(Random random) => random.Next(12) switch
    {
        0 => new string((char)random.Next(0x20, 0x7f), random.Next(1, 3_000)),
        1 => string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => (char)random.Next(0x4e00, 0x9fff))),
        2 => string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => (char)random.Next(1, 0xd7ff))),
        3 => random.NextInt64(long.MinValue, long.MaxValue).ToString(CultureInfo.InvariantCulture),
        4 => Convert.ToHexStringLower(Bytes(random, 16)),
        5 => $"{Fixed[random.Next(Fixed.Length)]}{Fixed[random.Next(Fixed.Length)]}",
        _ => Fixed[random.Next(Fixed.Length)],
    };

    public static byte[] Bytes(Random random, int most)
    {
        var bytes = new byte[random.Next(1, most + 1)];
        random.NextBytes(bytes);
        return bytes;
    }
}
