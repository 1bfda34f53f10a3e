using System.Globalization;
using FunctionsApp.Platform;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Selling.Links;

/// <summary>How long clicks of members are kept.</summary>
public sealed record ClickRetention(TimeSpan Period)
{
    const string Kind = "Click";
    const int DefaultDays = 180;

    // An order may arrive that long after its payment.
    static readonly TimeSpan LateOrders = TimeSpan.FromDays(30);

    /// <summary>
    /// Reads <c>Retention__ClickDays</c>, 180 by default; throws <see cref="SettingException"/> for a wrong one.
    /// </summary>
    public static ClickRetention Read(IConfiguration settings) =>
        new(RetentionPeriod.Read(settings, Kind, DefaultDays));

    /// <summary>
    /// Throws <see cref="SettingException"/> when an order that arrives late would not find a click within the window
    /// before its payment.
    /// </summary>
    public ClickRetention Covering(TimeSpan attributionWindow) => Period >= attributionWindow + LateOrders
        ? this
        : throw new SettingException(
            RetentionPeriod.SettingOf(Kind),
            string.Create(
                CultureInfo.InvariantCulture,
                $"is '{Period.TotalDays}'; it must be at least {(attributionWindow + LateOrders).TotalDays:0.##}: "
                + $"Attribution__Hours and {LateOrders.TotalDays} days for orders that arrive late."));
}
