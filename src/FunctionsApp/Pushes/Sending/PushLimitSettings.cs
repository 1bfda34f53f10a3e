using System.Globalization;
using Community.Platform;
using Community.Pushes.Calendars;
using Community.Pushes.Guards;
using FunctionsApp.Platform;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Pushes.Sending;

/// <summary>
/// The brand's limits of pushes: the settings <c>Push__WindowStart</c>, <c>Push__WindowEnd</c>,
/// <c>Push__LatenessMinutes</c>, <c>Push__PerDay</c>, <c>Push__PerWeek</c>, <c>Push__SpacingMinutes</c>,
/// <c>Push__OwnerTapsPerDay</c>, <c>Push__NewBuyerPromotionPercent</c>, <c>Push__SuperUserPromotionPercent</c>,
/// <c>Push__DeliveryPromotionPercent</c> and <c>Push__SaleCutoff</c>. A wrong one throws
/// <see cref="SettingException"/>.
/// </summary>
public sealed class PushLimitSettings(IConfiguration settings)
{
    const string Section = "Push:";

    static readonly PushLimits Defaults = new();

    readonly PushLimits brand = Check(new PushLimitsOverride
    {
        WindowStart = Time(settings, "WindowStart"),
        WindowEnd = Time(settings, "WindowEnd"),
        Lateness = Minutes(settings, "LatenessMinutes"),
        PerDay = Number(settings, "PerDay"),
        PerWeek = Number(settings, "PerWeek"),
        Spacing = Minutes(settings, "SpacingMinutes"),
        OwnerTapsPerDay = Number(settings, "OwnerTapsPerDay"),
        NewBuyerPromotionPercent = Number(settings, "NewBuyerPromotionPercent"),
        SuperUserPromotionPercent = Number(settings, "SuperUserPromotionPercent"),
        DeliveryPromotionPercent = Number(settings, "DeliveryPromotionPercent"),
        SaleCutoff = Time(settings, "SaleCutoff"),
    }.Apply(Defaults));

    /// <summary>The limits of a group that overrides some of the brand's; null overrides none.</summary>
    public PushLimits LimitsOf(PushLimitsOverride? group) => group?.Apply(brand) ?? brand;

    /// <summary>The first field of a group's limits that makes no sense with the brand's; null without one.</summary>
    public Refusal? FindFault(GroupPushLimitsRequest group) =>
        LimitsOf(group.ToOverride()).Check() is [var fault, ..] ? fault with { Field = FieldOf(fault) } : null;

    static string? FieldOf(Refusal fault) => fault.Field switch
    {
        "lateness" => "latenessMinutes",
        "spacing" => "spacingMinutes",
        { } field when field.EndsWith("PromotionPercent", StringComparison.Ordinal) => "promotionPercent",
        var field => field,
    };

    static PushLimits Check(PushLimits limits) => limits.Check() is [var fault, ..]
        ? throw new SettingException(Section + fault.Field, $"is not valid: it {fault.Reason}")
        : limits;

    static TimeOnly? Time(IConfiguration settings, string name) => settings[Section + name] switch
    {
        null or "" => null,
        var text when LocalTimeText.Parse(text) is { } time => time,
        var text => throw new SettingException(Section + name, $"is '{text}'; it must be a time such as 09:00."),
    };

    static TimeSpan? Minutes(IConfiguration settings, string name) =>
        Number(settings, name) is { } minutes ? TimeSpan.FromMinutes(minutes) : null;

    static int? Number(IConfiguration settings, string name) => settings[Section + name] switch
    {
        null or "" => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        var text => throw new SettingException(Section + name, $"is '{text}'; it must be a whole number."),
    };
}
