using FunctionsApp.Platform;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Messaging;

/// <summary>How long deliveries that are over and staff tasks that are done are kept.</summary>
public sealed record MessageRetention(TimeSpan Deliveries, TimeSpan Tasks)
{
    const int DefaultDays = 180;

    /// <summary>
    /// Reads <c>Retention__DeliveryDays</c> and <c>Retention__TaskDays</c>, 180 by default; throws
    /// <see cref="SettingException"/> for a wrong one.
    /// </summary>
    public static MessageRetention Read(IConfiguration settings) => new(
        RetentionPeriod.Read(settings, "Delivery", DefaultDays), RetentionPeriod.Read(settings, "Task", DefaultDays));
}
