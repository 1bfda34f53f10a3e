using System.Globalization;
using Community.Trade.Orders;
using FunctionsApp.Platform;
using FunctionsApp.Selling.Links;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Trade;

/// <summary>The group that invites new buyers, and the largest amount of the first order of an invited buyer.</summary>
public sealed record NewBuyerTerms(string GroupId, long MaxMinor, string Currency);

/// <summary>
/// The settings <c>Attribution__Hours</c>, <c>NewBuyer__GroupId</c>, <c>NewBuyer__MostMinor</c> and
/// <c>NewBuyer__Currency</c>. A wrong one throws <see cref="SettingException"/>.
/// </summary>
public sealed class OrderSettings(IConfiguration settings)
{
    const int MaxHours = 24 * 90;

    /// <summary>The longest time from a click to a payment that it is credited with.</summary>
    public TimeSpan AttributionWindow { get; } = Window(settings);

    /// <summary>How long a member's order without a code waits for a click: as long as clicks are kept.</summary>
    public TimeSpan WaitForClick { get; } = ClickRetention.Read(settings).Covering(Window(settings)).Period;

    /// <summary>Null when new buyers are not invited.</summary>
    public NewBuyerTerms? NewBuyers { get; } = settings["NewBuyer:GroupId"] is { Length: > 0 } group
        ? new NewBuyerTerms(
            group,
            Number(settings, "NewBuyer:MostMinor", 0, long.MaxValue)
                ?? throw new SettingException("NewBuyer:MostMinor", "is not set."),
            Currency(settings, "NewBuyer:Currency"))
        : null;

    static TimeSpan Window(IConfiguration settings) => TimeSpan.FromHours(
        Number(settings, "Attribution:Hours", 1, MaxHours) ?? Attribution.DefaultWindow.TotalHours);

    static long? Number(IConfiguration settings, string name, long min, long max) => settings[name] switch
    {
        null or "" => null,
        var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max => number,
        var text => throw new SettingException(name, $"is '{text}'; it must be a whole number of {min} to {max}."),
    };

    static string Currency(IConfiguration settings, string name) => settings[name] switch
    {
        null or "" => "CNY",
        { Length: 3 } text when text.All(char.IsAsciiLetterUpper) => text,
        var text => throw new SettingException(name, $"is '{text}'; it must be an ISO 4217 code such as CNY."),
    };
}
