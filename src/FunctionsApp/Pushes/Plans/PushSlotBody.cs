using System.Xml;
using Community.Content;
using Community.Pushes.Calendars;
using Community.Pushes.Draws;
using Community.Pushes.Occurrences;
using Community.Pushes.Plans;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Pushes.Plans;

/// <summary>
/// One slot in requests and responses. It names an item (<c>content</c>) or a <c>draw</c>; <c>lateness</c> is an ISO
/// 8601 duration, by default that of the limits.
/// </summary>
public sealed record PushSlotBody(
    string? Id,
    PushTriggerBody? At,
    string? Holiday = null,
    string? Content = null,
    ContentDrawBody? Draw = null,
    string? Lateness = null,
    string? Missed = null)
{
    public static TimeSpan? ParseLateness(string? text)
    {
        try
        {
            return text is null ? null : XmlConvert.ToTimeSpan(text);
        }
        catch (Exception failure) when (failure is FormatException or OverflowException)
        {
            return null;
        }
    }

    public PushSlot ToSlot() => new(
        Id!,
        At!.ToTrigger(),
        Holiday is null ? HolidayRule.Run : Enum.Parse<HolidayRule>(Holiday),
        Content,
        Draw?.ToDraw(),
        ParseLateness(Lateness),
        Missed is null ? MissedPushPolicy.Skip : Enum.Parse<MissedPushPolicy>(Missed));

    public static PushSlotBody From(PushSlot slot) => new(
        slot.Id,
        PushTriggerBody.From(slot.At),
        slot.Holiday.ToString(),
        slot.ContentId,
        slot.Draw is { } draw ? new ContentDrawBody(draw.Kind.ToString(), draw.Tags) : null,
        slot.Lateness is { } lateness ? XmlConvert.ToString(lateness) : null,
        slot.Missed.ToString());
}

public sealed record ContentDrawBody(string? Kind, IReadOnlyList<string>? Tags = null)
{
    public ContentDraw ToDraw() => new(Enum.Parse<ContentKind>(Kind!), Tags ?? []);
}

public sealed class PushSlotValidator : AbstractValidator<PushSlotBody>
{
    static readonly TimeSpan MaxLateness = TimeSpan.FromDays(1);

    public PushSlotValidator()
    {
        RuleFor(slot => slot.Id)
            .NotNull().WithMessage("is missing.")
            .Matches("^[a-z0-9-]{1,40}$").WithMessage("must be 1 to 40 of a-z, 0-9 and -.");
        RuleFor(slot => slot.At).NotNull().WithMessage("is missing.").SetValidator(new PushTriggerValidator()!);
        RuleFor(slot => slot.Holiday).NameOf<PushSlotBody, HolidayRule>().When(slot => slot.Holiday is not null);
        RuleFor(slot => slot.Missed).NameOf<PushSlotBody, MissedPushPolicy>().When(slot => slot.Missed is not null);
        RuleFor(slot => slot.Content)
            .Must((slot, content) => content is null != slot.Draw is null)
            .WithMessage("must be present, or draw, but not both.");
        RuleFor(slot => slot.Content).NeededId().When(slot => slot.Content is not null);
        RuleFor(slot => slot.Lateness)
            .Must(text => PushSlotBody.ParseLateness(text) is { } span && span >= TimeSpan.Zero && span <= MaxLateness)
            .WithMessage("must be an ISO 8601 duration of at most 24 hours, such as PT2H.")
            .When(slot => slot.Lateness is not null);
        RuleFor(slot => slot.Draw!.Kind).NameOf<PushSlotBody, ContentKind>()
            .OverridePropertyName("draw.kind").When(slot => slot.Draw is not null);
        RuleFor(slot => slot.Draw!.Tags)
            .Must(tags => tags is null || (tags.Count <= 10 && tags.All(tag => tag is { Length: > 0 and <= 20 })))
            .WithMessage("must be at most 10 tags of 1 to 20 characters.")
            .OverridePropertyName("draw.tags").When(slot => slot.Draw is not null);
    }
}
