using System.Globalization;
using Community.Pushes.Guards;
using FluentValidation;

namespace FunctionsApp.Pushes.Sending;

/// <summary>
/// The body of <c>PUT /api/groups/{id}/push-limits</c>, and its answer: the limits of the brand that the group
/// overrides. An absent field overrides nothing. Times are <c>HH:mm</c>.
/// </summary>
public sealed record GroupPushLimitsRequest(
    string? WindowStart = null,
    string? WindowEnd = null,
    int? LatenessMinutes = null,
    int? PerDay = null,
    int? PerWeek = null,
    int? SpacingMinutes = null,
    int? PromotionPercent = null)
{
    const string TimeFormat = "HH':'mm";

    public static bool IsTime(string? text) => Parse(text) is not null;

    public PushLimitsOverride ToOverride() => new()
    {
        WindowStart = Parse(WindowStart),
        WindowEnd = Parse(WindowEnd),
        Lateness = Minutes(LatenessMinutes),
        PerDay = PerDay,
        PerWeek = PerWeek,
        Spacing = Minutes(SpacingMinutes),
        // A group has one kind, so one number is enough.
        NewBuyerPromotionPercent = PromotionPercent,
        SuperUserPromotionPercent = PromotionPercent,
        DeliveryPromotionPercent = PromotionPercent,
    };

    public static GroupPushLimitsRequest From(PushLimitsOverride limits) => new(
        Format(limits.WindowStart),
        Format(limits.WindowEnd),
        (int?)limits.Lateness?.TotalMinutes,
        limits.PerDay,
        limits.PerWeek,
        (int?)limits.Spacing?.TotalMinutes,
        limits.NewBuyerPromotionPercent);

    static TimeSpan? Minutes(int? minutes) => minutes is { } number ? TimeSpan.FromMinutes(number) : null;

    static TimeOnly? Parse(string? text) =>
        TimeOnly.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;

    static string? Format(TimeOnly? time) => time?.ToString(TimeFormat, CultureInfo.InvariantCulture);
}

public sealed class GroupPushLimitsValidator : AbstractValidator<GroupPushLimitsRequest>
{
    public GroupPushLimitsValidator()
    {
        const string Time = "must be a time of the day as HH:mm.";
        RuleFor(limits => limits.WindowStart)
            .Must(GroupPushLimitsRequest.IsTime).WithMessage(Time).When(limits => limits.WindowStart is not null);
        RuleFor(limits => limits.WindowEnd)
            .Must(GroupPushLimitsRequest.IsTime).WithMessage(Time).When(limits => limits.WindowEnd is not null);
    }
}
