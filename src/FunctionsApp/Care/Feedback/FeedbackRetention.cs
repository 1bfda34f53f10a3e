using FunctionsApp.Platform;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Care.Feedback;

/// <summary>
/// How long feedback is kept after its close, or after its last answer when it is never closed: the setting
/// <c>Retention__FeedbackDays</c>. A wrong one throws <see cref="SettingException"/>.
/// </summary>
public sealed class FeedbackRetention(IConfiguration settings)
{
    const int DefaultDays = 365;

    public TimeSpan Feedback { get; } = RetentionPeriod.Read(settings, "Feedback", DefaultDays);
}
