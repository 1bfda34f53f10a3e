using System.Globalization;

namespace FunctionsApp.Platform.Storage;

/// <summary>The hour (UTC) of a batch in row keys, which sort by time.</summary>
static class BatchHour
{
    /// <summary>
    /// The age from which a batch cannot arrive again: longer than a queue message is delivered repeatedly.
    /// </summary>
    public static readonly TimeSpan LateBatchWindow = TimeSpan.FromHours(2);

    const string KeyFormat = "yyyyMMddHH";

    /// <summary>The hour as a part of a row key: ten digits.</summary>
    public static string Format(DateTimeOffset at) => at.UtcDateTime.ToString(KeyFormat, CultureInfo.InvariantCulture);

    /// <summary>The start of the hour.</summary>
    public static DateTimeOffset Parse(string hour) => DateTimeOffset.ParseExact(
        hour, KeyFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
