using FunctionsApp.Platform;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Selling.GroupBuys;

/// <summary>
/// How long the teams of a group-buy are kept after its end: the setting <c>Retention__GroupBuyDays</c>. A wrong one
/// throws <see cref="SettingException"/>.
/// </summary>
public sealed class GroupBuyRetention(IConfiguration settings)
{
    const int DefaultDays = 365;

    public TimeSpan Teams { get; } = RetentionPeriod.Read(settings, "GroupBuy", DefaultDays);
}
