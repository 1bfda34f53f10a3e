using System.Globalization;

namespace FunctionsApp.Platform.Storage;

/// <summary>The keys that Table Storage allows.</summary>
public static class TableKey
{
    /// <summary>
    /// True when the text holds none of <c>/ \ # ?</c> and no control character (learn.microsoft.com, Understanding the
    /// Table service data model).
    /// </summary>
    public static bool HasAllowedCharacters(string text) =>
        !text.Any(c => c is '/' or '\\' or '#' or '?' || char.IsControl(c));

    /// <summary>The instant as a part of a key by which the latest comes first.</summary>
    public static string LatestFirst(DateTimeOffset at) =>
        (DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks).ToString("d19", CultureInfo.InvariantCulture);
}
