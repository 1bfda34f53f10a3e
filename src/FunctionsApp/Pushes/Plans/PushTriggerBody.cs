using System.Diagnostics;
using Community.Pushes.Calendars;
using Community.Pushes.Plans;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Pushes.Plans;

/// <summary>
/// When a slot is due, in requests and responses: <c>DayOffset {day,time}</c>, <c>Once {instant}</c>, <c>Recurring
/// {cron | rrule,time | lunar,time; until?}</c>, <c>Relative {campaignId | conversionId, to, days, time}</c>,
/// <c>Cohort {day,time}</c>. Times are <c>HH:mm</c> of the brand's day.
/// </summary>
public sealed record PushTriggerBody(
    string? Type,
    int? Day = null,
    string? Time = null,
    DateTimeOffset? Instant = null,
    string? Cron = null,
    string? Rrule = null,
    LunarDayBody? Lunar = null,
    DateOnly? Until = null,
    string? CampaignId = null,
    string? ConversionId = null,
    string? To = null,
    int? Days = null)
{
    public static RelativeTo? ParseTo(string? text) => text switch
    {
        "opensAt" => RelativeTo.OpensAt,
        "closesAt" => RelativeTo.ClosesAt,
        "linkAt" => RelativeTo.LinkAt,
        _ => null,
    };

    public PushTrigger ToTrigger() => Type switch
    {
        nameof(PushTrigger.DayOffset) => new PushTrigger.DayOffset(Day!.Value, ParsedTime!.Value),
        nameof(PushTrigger.Cohort) => new PushTrigger.Cohort(Day!.Value, ParsedTime!.Value),
        nameof(PushTrigger.Once) => new PushTrigger.Once(Instant!.Value),
        nameof(PushTrigger.Relative) => new PushTrigger.Relative(
            ParseTo(To)!.Value, CampaignId, ConversionId, Days!.Value, ParsedTime!.Value),
        _ => new PushTrigger.Recurring(Cron, Rrule, Lunar?.ToLunarDay(), ParsedTime, Until),
    };

    public static PushTriggerBody From(PushTrigger trigger) => trigger switch
    {
        PushTrigger.DayOffset at =>
            new(nameof(PushTrigger.DayOffset), Day: at.Day, Time: LocalTimeText.Format(at.Time)),
        PushTrigger.Cohort at => new(nameof(PushTrigger.Cohort), Day: at.Day, Time: LocalTimeText.Format(at.Time)),
        PushTrigger.Once at => new(nameof(PushTrigger.Once), Instant: at.Instant),
        PushTrigger.Relative at => new(
            nameof(PushTrigger.Relative),
            Time: LocalTimeText.Format(at.Time),
            CampaignId: at.CampaignId,
            ConversionId: at.ConversionId,
            To: Format(at.To),
            Days: at.Days),
        PushTrigger.Recurring at => new(
            nameof(PushTrigger.Recurring),
            Time: at.Time is { } time ? LocalTimeText.Format(time) : null,
            Cron: at.Cron,
            Rrule: at.Rrule,
            Lunar: at.Lunar is { } day ? new LunarDayBody(day.Month, day.Day, day.LeapMonth) : null,
            Until: at.Until),
        _ => throw new UnreachableException(),
    };

    TimeOnly? ParsedTime => LocalTimeText.Parse(Time);

    static string Format(RelativeTo to) => to switch
    {
        RelativeTo.OpensAt => "opensAt",
        RelativeTo.ClosesAt => "closesAt",
        _ => "linkAt",
    };
}

/// <summary>A day of the lunar year (农历); <c>leapMonth</c> true names only the leap month (闰月).</summary>
public sealed record LunarDayBody(int? Month, int? Day, bool LeapMonth = false)
{
    public LunarDay ToLunarDay() => new(Month ?? 0, Day ?? 0, LeapMonth);
}

public sealed class PushTriggerValidator : AbstractValidator<PushTriggerBody>
{
    static readonly string[] Types =
    [
        nameof(PushTrigger.DayOffset), nameof(PushTrigger.Once), nameof(PushTrigger.Recurring),
        nameof(PushTrigger.Relative), nameof(PushTrigger.Cohort),
    ];

    public PushTriggerValidator()
    {
        RuleFor(at => at.Type)
            .NotNull().WithMessage("is missing.")
            .Must(type => Types.Contains(type, StringComparer.Ordinal))
            .WithMessage($"must be one of {string.Join(", ", Types)}.");
        When(at => at.Type is nameof(PushTrigger.DayOffset) or nameof(PushTrigger.Cohort), () =>
        {
            RuleFor(at => at.Day).NotNull().WithMessage("is missing.");
            Time();
        });
        When(at => at.Type is nameof(PushTrigger.Once), () => RuleFor(at => at.Instant).Instant());
        When(at => at.Type is nameof(PushTrigger.Relative), () =>
        {
            RuleFor(at => at.To)
                .Must(to => PushTriggerBody.ParseTo(to) is not null)
                .WithMessage("must be one of opensAt, closesAt, linkAt.");
            RuleFor(at => at.Days).NotNull().WithMessage("is missing.");
            RuleFor(at => at.CampaignId).NeededId().When(at => at.CampaignId is not null);
            RuleFor(at => at.ConversionId).NeededId().When(at => at.ConversionId is not null);
            Time();
        });
        RuleFor(at => at.Cron).Line(100).When(at => at.Cron is not null);
        RuleFor(at => at.Rrule).Line(300).When(at => at.Rrule is not null);
        RuleFor(at => at.Time)
            .Must(LocalTimeText.IsTime).WithMessage("must be a time of the day as HH:mm.")
            .When(at => at is { Type: nameof(PushTrigger.Recurring), Time: not null });
    }

    void Time() => RuleFor(at => at.Time)
        .NotNull().WithMessage("is missing.")
        .Must(LocalTimeText.IsTime).WithMessage("must be a time of the day as HH:mm.");
}
