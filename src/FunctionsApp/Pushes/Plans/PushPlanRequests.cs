using Community.Groups;
using Community.Platform;
using Community.Pushes.Plans;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Pushes.Plans;

/// <summary>
/// The body of <c>POST /api/push-plans</c>. The plan applies to the groups that it names, to those of the kinds and to
/// those with one of the tags. <c>startsOn</c> is a local date, today by default.
/// </summary>
public sealed record CreatePushPlanRequest(
    string? Id,
    string? Name,
    IReadOnlyList<string>? GroupIds,
    IReadOnlyList<string>? Kinds,
    IReadOnlyList<string>? Tags,
    IReadOnlyList<PushSlotBody>? Slots,
    DateOnly? StartsOn = null)
{
    public PushPlan ToPlan(string id, DateOnly today, DateTimeOffset now) => new(
        id,
        Name!,
        PushPlanFields.ToAudience(GroupIds, Kinds, Tags),
        [.. Slots!.Select(slot => slot.ToSlot())],
        StartsOn ?? today,
        now);
}

/// <summary>
/// The body of <c>PATCH /api/push-plans/{id}</c>. Absent fields do not change; <c>slots</c> lists all slots. What was
/// not sent yet follows the edit.
/// </summary>
public sealed record EditPushPlanRequest(
    string? By,
    string? Reason = null,
    Optional<string?> Name = default,
    Optional<IReadOnlyList<string>?> GroupIds = default,
    Optional<IReadOnlyList<string>?> Kinds = default,
    Optional<IReadOnlyList<string>?> Tags = default,
    Optional<IReadOnlyList<PushSlotBody>?> Slots = default)
{
    public PushPlanCommand.Edit ToCommand(PushPlan plan, DateTimeOffset now) => new(
        Name.Value,
        GroupIds.IsPresent || Kinds.IsPresent || Tags.IsPresent ? AudienceAfter(plan.Audience) : null,
        Slots.HasValue ? [.. Slots.Value!.Select(slot => slot.ToSlot())] : null,
        By!,
        Reason,
        now);

    PushAudience AudienceAfter(PushAudience before)
    {
        var given = PushPlanFields.ToAudience(GroupIds.Value, Kinds.Value, Tags.Value);
        return new PushAudience(
            GroupIds.IsPresent ? given.GroupIds : before.GroupIds,
            Kinds.IsPresent ? given.Kinds : before.Kinds,
            Tags.IsPresent ? given.Tags : before.Tags);
    }
}

/// <summary>
/// The body of <c>POST /api/push-plans/{id}/copy</c>: the fields that differ from the plan that is copied.
/// </summary>
public sealed record CopyPushPlanRequest(
    string? Id,
    string? Name = null,
    IReadOnlyList<string>? GroupIds = null,
    IReadOnlyList<string>? Kinds = null,
    IReadOnlyList<string>? Tags = null,
    DateOnly? StartsOn = null)
{
    public PushPlan ToPlan(PushPlan source, string id, DateOnly today, DateTimeOffset now) => new(
        id,
        Name ?? source.Name,
        PushPlanFields.ToAudience(GroupIds, Kinds, Tags),
        source.Slots,
        StartsOn ?? today,
        now);
}

/// <summary>Who pauses or resumes, and why.</summary>
public sealed record PushActionRequest(string? By, string? Reason = null);

static class PushPlanFields
{
    public const int MaxGroups = 200;

    const int MaxTags = 10;

    public static PushAudience ToAudience(
        IReadOnlyList<string>? groupIds, IReadOnlyList<string>? kinds, IReadOnlyList<string>? tags) => new(
        groupIds ?? [], [.. (kinds ?? []).Select(kind => Enum.Parse<GroupKind>(kind))], tags ?? []);

    public static bool AreKinds(IReadOnlyList<string>? kinds) =>
        kinds is null || kinds.All(kind => Enum.GetNames<GroupKind>().Contains(kind, StringComparer.Ordinal));

    public static bool HasFlash(IReadOnlyList<string>? kinds) =>
        kinds?.Contains(nameof(GroupKind.Flash), StringComparer.Ordinal) is true;

    public static bool AreTags(IReadOnlyList<string>? tags) =>
        tags is null || (tags.Count <= MaxTags && tags.All(tag => tag is { Length: > 0 and <= 20 }));

    public static bool AreSlots(IReadOnlyList<PushSlotBody>? slots) =>
        slots is null || slots.Select(slot => slot.Id).Distinct(StringComparer.Ordinal).Count() == slots.Count;
}

public sealed class CreatePushPlanValidator : AbstractValidator<CreatePushPlanRequest>
{
    public CreatePushPlanValidator()
    {
        RuleFor(plan => plan.Id).ChosenId();
        RuleFor(plan => plan.Name).Line(60);
        RuleFor(plan => plan.GroupIds)
            .Must(ids => ids is null || ids.Count <= PushPlanFields.MaxGroups)
            .WithMessage($"must have at most {PushPlanFields.MaxGroups} items.")
            .Must((plan, ids) => (ids?.Count ?? 0) + (plan.Kinds?.Count ?? 0) + (plan.Tags?.Count ?? 0) > 0)
            .WithMessage("must name a group, or kinds or tags must name some.");
        RuleForEach(plan => plan.GroupIds).NeededId();
        RuleFor(plan => plan.Kinds)
            .Must(PushPlanFields.AreKinds).WithMessage($"must be of {string.Join(", ", Enum.GetNames<GroupKind>())}.")
            .Must(kinds => !PushPlanFields.HasFlash(kinds)).WithMessage("must not hold Flash: a sale has its waves.");
        RuleFor(plan => plan.Tags)
            .Must(PushPlanFields.AreTags).WithMessage("must be at most 10 tags of 1 to 20 characters.");
        RuleFor(plan => plan.Slots)
            .NotNull().WithMessage("is missing.")
            .Must(slots => slots!.Count is >= 1 and <= PushPlanRules.MaxSlots)
            .WithMessage($"must have 1 to {PushPlanRules.MaxSlots} items.")
            .Must(PushPlanFields.AreSlots).WithMessage("must have different ids.");
        RuleForEach(plan => plan.Slots).SetValidator(new PushSlotValidator());
    }
}

public sealed class CopyPushPlanValidator : AbstractValidator<CopyPushPlanRequest>
{
    public CopyPushPlanValidator()
    {
        RuleFor(plan => plan.Id).ChosenId();
        RuleFor(plan => plan.Name).Line(60).When(plan => plan.Name is not null);
        RuleFor(plan => plan.GroupIds)
            .Must(ids => ids is null || ids.Count <= PushPlanFields.MaxGroups)
            .WithMessage($"must have at most {PushPlanFields.MaxGroups} items.")
            .Must((plan, ids) => (ids?.Count ?? 0) + (plan.Kinds?.Count ?? 0) + (plan.Tags?.Count ?? 0) > 0)
            .WithMessage("must name a group, or kinds or tags must name some.");
        RuleForEach(plan => plan.GroupIds).NeededId();
        RuleFor(plan => plan.Kinds)
            .Must(PushPlanFields.AreKinds).WithMessage($"must be of {string.Join(", ", Enum.GetNames<GroupKind>())}.")
            .Must(kinds => !PushPlanFields.HasFlash(kinds)).WithMessage("must not hold Flash: a sale has its waves.");
        RuleFor(plan => plan.Tags)
            .Must(PushPlanFields.AreTags).WithMessage("must be at most 10 tags of 1 to 20 characters.");
    }
}

public sealed class EditPushPlanValidator : AbstractValidator<EditPushPlanRequest>
{
    public EditPushPlanValidator()
    {
        RuleFor(edit => edit.By).Author();
        RuleFor(edit => edit.Reason).Line(200).When(edit => edit.Reason is not null);
        RuleFor(edit => edit.Name).NotNullable();
        RuleFor(edit => edit.Name.Value).Line(60).When(edit => edit.Name.HasValue);
        RuleFor(edit => edit.GroupIds.Value)
            .Must(ids => ids is null || ids.Count <= PushPlanFields.MaxGroups)
            .WithMessage($"must have at most {PushPlanFields.MaxGroups} items.");
        RuleFor(edit => edit.Kinds.Value)
            .Must(PushPlanFields.AreKinds).WithMessage($"must be of {string.Join(", ", Enum.GetNames<GroupKind>())}.")
            .Must(kinds => !PushPlanFields.HasFlash(kinds)).WithMessage("must not hold Flash: a sale has its waves.");
        RuleFor(edit => edit.Tags.Value)
            .Must(PushPlanFields.AreTags).WithMessage("must be at most 10 tags of 1 to 20 characters.");
        RuleFor(edit => edit.Slots).NotNullable();
        RuleFor(edit => edit.Slots.Value)
            .Must(slots => slots is null || slots.Count is >= 1 and <= PushPlanRules.MaxSlots)
            .WithMessage($"must have 1 to {PushPlanRules.MaxSlots} items.")
            .Must(PushPlanFields.AreSlots).WithMessage("must have different ids.");
        RuleForEach(edit => edit.Slots.Value).SetValidator(new PushSlotValidator()).OverridePropertyName("slots");
    }
}

public sealed class PushActionValidator : AbstractValidator<PushActionRequest>
{
    public PushActionValidator()
    {
        RuleFor(action => action.By).Author();
        RuleFor(action => action.Reason).Line(200).When(action => action.Reason is not null);
    }
}
