using FunctionsApp.Platform.Http;
using FunctionsApp.Trade.Shops;

namespace FunctionsApp.Trade.Imports;

/// <summary>Reads the instants of files.</summary>
public static class FileInstant
{
    /// <summary>What an instant looks like, for the reason of a bad line.</summary>
    public const string Expected =
        "must be an instant such as 2026-12-01 22:00:00 or 2026-12-01T22:00:00+08:00.";

    const int MaxLength = 40;

    /// <summary>The instant, read in <paramref name="zone"/> when it has no offset; null for other text.</summary>
    public static DateTimeOffset? Read(string text, TimeZoneInfo zone)
    {
        if (text.Length > MaxLength) return null;
        if (InstantText.Read(text, offset: null) is { } instant) return IsPlausible(instant) ? instant : null;
        return InstantText.Read(text, TimeSpan.Zero) is { } local && IsPlausible(local)
            ? new DateTimeOffset(local.DateTime, zone.GetUtcOffset(local.DateTime))
            : null;
    }

    static bool IsPlausible(DateTimeOffset instant) => instant.Year is > 1900 and < 9000;
}
