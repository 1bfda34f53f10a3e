using System.Globalization;

namespace FunctionsApp.Platform.Storage;

/// <summary>The hour (UTC) of a batch in row keys, which sort by time.</summary>
static class BatchHour
{
    /// <summary>
    /// How long a repeated batch is recognized. Queue messages do not expire, so this is longer than an outage.
    /// </summary>
    public static readonly TimeSpan MarkRetention = TimeSpan.FromDays(180);

    const string KeyFormat = "yyyyMMddHH";

    /// <summary>The hour as a part of a row key: ten digits.</summary>
    public static string Format(DateTimeOffset at) => at.UtcDateTime.ToString(KeyFormat, CultureInfo.InvariantCulture);

    /// <summary>A day as the beginning of its hours.</summary>
    public static string Format(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>The start of the hour.</summary>
    public static DateTimeOffset Parse(string hour) => DateTimeOffset.ParseExact(
        hour, KeyFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
