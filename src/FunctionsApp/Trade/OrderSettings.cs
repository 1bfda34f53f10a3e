using System.Globalization;
using Community.Trade.Orders;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Trade;

/// <summary>The group that invites new buyers, and the largest amount of the first order of an invited buyer.</summary>
public sealed record NewBuyerTerms(string GroupId, long MaxMinor, string Currency);

/// <summary>
/// The settings <c>Attribution__Hours</c>, <c>NewBuyer__GroupId</c>, <c>NewBuyer__MostMinor</c> and
/// <c>NewBuyer__Currency</c>.
/// </summary>
public sealed class OrderSettings(IConfiguration settings)
{
    const int MaxHours = 24 * 90;

    /// <summary>The longest time from a click to a payment that it is credited with.</summary>
    public TimeSpan AttributionWindow { get; } = TimeSpan.FromHours(
        Number(settings, "Attribution:Hours") switch
        {
            null => Attribution.DefaultWindow.TotalHours,
            >= 1 and <= MaxHours and var hours => hours,
            _ => throw new InvalidOperationException($"Attribution__Hours must be 1 to {MaxHours}."),
        });

    /// <summary>Null when new buyers are not invited.</summary>
    public NewBuyerTerms? NewBuyers { get; } = settings["NewBuyer:GroupId"] is { Length: > 0 } group
        ? new NewBuyerTerms(
            group,
            Number(settings, "NewBuyer:MostMinor")
                ?? throw new InvalidOperationException("NewBuyer__MostMinor is not set."),
            settings["NewBuyer:Currency"] is { Length: > 0 } currency ? currency : "CNY")
        : null;

    static long? Number(IConfiguration settings, string name) => settings[name] switch
    {
        null or "" => null,
        var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw new InvalidOperationException(
            $"{name.Replace(":", "__", StringComparison.Ordinal)} must be a whole number."),
    };
}
