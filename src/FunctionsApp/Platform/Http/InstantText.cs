using System.Globalization;

namespace FunctionsApp.Platform.Http;

/// <summary>Parses instants as shops and the senders of queries write them.</summary>
public static class InstantText
{
    static readonly string[] WithOffset =
    [
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm:ss zzz",
        "yyyy-MM-dd HH:mm:ssK",
    ];

    static readonly string[] WithoutOffset =
    [
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd HH:mm",
    ];

    /// <summary>
    /// The instant; null for other text. A text without an offset has the given <paramref name="offset"/> and is no
    /// instant when that is null.
    /// </summary>
    public static DateTimeOffset? Read(string text, TimeSpan? offset)
    {
        var culture = CultureInfo.InvariantCulture;
        if (DateTime.TryParseExact(text, WithoutOffset, culture, DateTimeStyles.None, out var local))
            return offset is { } given && IsInRange(local) ? new DateTimeOffset(local, given) : null;
        return DateTimeOffset.TryParseExact(text, WithOffset, culture, DateTimeStyles.None, out var instant)
            ? instant
            : null;
    }

    // An offset moves an instant by at most a day.
    static bool IsInRange(DateTime local) =>
        local > DateTime.MinValue.AddDays(1) && local < DateTime.MaxValue.AddDays(-1);
}
