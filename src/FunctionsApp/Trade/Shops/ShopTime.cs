using System.Globalization;

namespace FunctionsApp.Trade.Shops;

/// <summary>Instants as shops write them.</summary>
public static class ShopTime
{
    static readonly string[] WithOffset = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss zzz", "yyyy-MM-dd HH:mm:ssK"];
    static readonly string[] Without = ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm"];

    /// <summary>The instant; one without an offset is read at <paramref name="offset"/>, and is none where that is not given.</summary>
    public static DateTimeOffset? Read(string text, TimeSpan? offset)
    {
        var culture = CultureInfo.InvariantCulture;
        if (DateTime.TryParseExact(text, Without, culture, DateTimeStyles.None, out var local))
            return offset is { } given && local > DateTime.MinValue.AddDays(1) && local < DateTime.MaxValue.AddDays(-1) ? new DateTimeOffset(local, given) : null;
        return DateTimeOffset.TryParseExact(text, WithOffset, culture, DateTimeStyles.None, out var instant) ? instant : null;
    }
}
