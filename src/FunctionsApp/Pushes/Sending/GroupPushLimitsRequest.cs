using Community.Pushes.Calendars;
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
    int? PromotionPercent = null,
    string? SaleCutoff = null)
{
    public PushLimitsOverride ToOverride() => new()
    {
        WindowStart = LocalTimeText.Parse(WindowStart),
        WindowEnd = LocalTimeText.Parse(WindowEnd),
        Lateness = Minutes(LatenessMinutes),
        PerDay = PerDay,
        PerWeek = PerWeek,
        Spacing = Minutes(SpacingMinutes),
        // A group has one kind, so one number is enough.
        NewBuyerPromotionPercent = PromotionPercent,
        SuperUserPromotionPercent = PromotionPercent,
        DeliveryPromotionPercent = PromotionPercent,
        SaleCutoff = LocalTimeText.Parse(SaleCutoff),
    };

    public static GroupPushLimitsRequest From(PushLimitsOverride limits) => new(
        Format(limits.WindowStart),
        Format(limits.WindowEnd),
        (int?)limits.Lateness?.TotalMinutes,
        limits.PerDay,
        limits.PerWeek,
        (int?)limits.Spacing?.TotalMinutes,
        limits.NewBuyerPromotionPercent,
        Format(limits.SaleCutoff));

    static TimeSpan? Minutes(int? minutes) => minutes is { } number ? TimeSpan.FromMinutes(number) : null;

    static string? Format(TimeOnly? time) => time is { } known ? LocalTimeText.Format(known) : null;
}

public sealed class GroupPushLimitsValidator : AbstractValidator<GroupPushLimitsRequest>
{
    public GroupPushLimitsValidator()
    {
        const string Time = "must be a time of the day as HH:mm.";
        RuleFor(limits => limits.WindowStart)
            .Must(LocalTimeText.IsTime).WithMessage(Time).When(limits => limits.WindowStart is not null);
        RuleFor(limits => limits.WindowEnd)
            .Must(LocalTimeText.IsTime).WithMessage(Time).When(limits => limits.WindowEnd is not null);
        RuleFor(limits => limits.SaleCutoff)
            .Must(LocalTimeText.IsTime).WithMessage(Time).When(limits => limits.SaleCutoff is not null);
    }
}
