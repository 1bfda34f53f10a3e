using Community.Groups;
using Community.Platform;
using FluentValidation;
using FluentValidation.Results;
using FunctionsApp.Groups;
using FunctionsApp.Groups.Holds;
using FunctionsApp.Groups.Staff;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Http;
using FunctionsApp.Pushes.Occurrences;
using FunctionsApp.Pushes.Sending;
using FunctionsApp.Transfer.Documents;

namespace FunctionsApp.Transfer.Sections;

/// <summary>Groups with their holds and their limits of pushes.</summary>
public sealed class GroupSection(
    GroupStore groups,
    GroupCreator creator,
    GroupEditor editor,
    StaffStore staff,
    PushStore pushes,
    PushLimitSettings limits,
    IValidator<GroupItem> validator,
    TimeProvider clock)
    : PlanSection<GroupItem, Group>(PlanKind.Group, "groups", ManyAtOnce)
{
    protected override IReadOnlySet<string> EditableFields { get; } = new HashSet<string>(
        ["name", "capacity", "joinUrl", "owner", "tags", "naming", "charter", "texts", "pushLimits"],
        StringComparer.Ordinal);

    public override async Task<bool> IsEmptyAsync() => (await groups.PageAsync(1, continuation: null)).Items.Count == 0;

    /// <summary>A stored group as a document has it.</summary>
    public async Task<GroupItem> DescribeAsync(Group group)
    {
        var stored = (await pushes.ReadGroupAsync(group.Id)).Limits?.Value;
        return GroupItem.From(group, stored is null ? null : GroupPushLimitsRequest.From(stored));
    }

    protected override IReadOnlyList<GroupItem>? ItemsOf(PlansDocument document) => document.Groups;

    protected override string? IdOf(GroupItem item) => item.Id;

    protected override ValidationResult Validate(GroupItem item) => validator.Validate(item);

    protected override async Task<GroupItem?> FindAsync(string id) =>
        await groups.LookUpAsync(id) is { } group ? await DescribeAsync(group) : null;

    protected override async Task<(Group? State, IReadOnlyList<Refusal> Faults)> PlanAsync(
        GroupItem item, ImportContext context)
    {
        var now = clock.GetUtcNow();
        var group = item.ToPlannedGroup(now);
        var fault = creator.FindOwnFault(group)
            ?? (item.OpenedAt > now ? Refusal.Invalid("openedAt", "must not be in the future.") : null)
            ?? LimitFault(item)
            ?? await StaffFaultAsync(group, context);
        return (group, FaultsOf(fault));
    }

    // A document may leave out when the group opened.
    protected override GroupItem Describe(GroupItem item, GroupItem stored, ImportContext context)
    {
        var described = GroupItem.From(item.ToPlannedGroup(clock.GetUtcNow()), item.PushLimits);
        return item.OpenedAt is null ? described with { OpenedAt = stored.OpenedAt } : described;
    }

    protected override void Remember(Group state, ImportContext context) => context.New.Groups[state.Id] = state;

    protected override async Task<IReadOnlyList<Refusal>> CreateAsync(
        GroupItem item, Group state, ImportContext context)
    {
        // The limits come first: the calendar of the group follows its creation.
        if (item.PushLimits is not null) await SaveLimitsAsync(item);
        var fingerprint = Creation.Fingerprint<CreateGroupRequest>(item);
        return FaultsOf((await creator.CreateAsync(state, fingerprint, context.Durable)).Problem);
    }

    protected override async Task<IReadOnlyList<Refusal>> EditAsync(
        GroupItem item, IReadOnlySet<string> fields, ImportContext context)
    {
        if (LimitFault(item) is { } fault) return [fault];
        var edit = new EditGroupRequest(
            context.By,
            fields.Contains("name") && item.Naming is null ? new(item.Name) : default,
            fields.Contains("capacity") ? new(item.Capacity) : default,
            fields.Contains("joinUrl") ? new(item.JoinUrl) : default,
            fields.Contains("owner") ? new(item.Owner) : default,
            fields.Contains("tags") ? new(item.Tags) : default,
            fields.Contains("naming") ? new(item.Naming) : default,
            fields.Contains("charter") ? new(CharterEditRequest.To(item.Charter!)) : default,
            fields.Contains("texts") ? new(GroupTextsEditRequest.To(item.Texts ?? new GroupTextsBody())) : default);
        var (_, problem, actions) = await editor.EditAsync(item.Id!, edit, expected: null);
        await context.Durable.PerformAsync(actions);
        if (problem is null && fields.Contains("pushLimits")) await SaveLimitsAsync(item);
        return FaultsOf(problem);
    }

    async Task<Refusal?> StaffFaultAsync(Group group, ImportContext context) =>
        (group.Owner is { } owner && context.New.Staff.Contains(owner)
            ? null
            : await staff.OwnerFaultAsync(group.Owner))
        ?? await staff.DeputyFaultAsync(group.Charter.Deputies, context.New.Staff);

    Refusal? LimitFault(GroupItem item) => item.PushLimits is { } wanted && limits.FindFault(wanted) is { } fault
        ? fault with { Field = $"pushLimits.{fault.Field}" }
        : null;

    Task SaveLimitsAsync(GroupItem item) =>
        pushes.SaveLimitsAsync(item.Id!, (item.PushLimits ?? new GroupPushLimitsRequest()).ToOverride());
}

/// <summary>Checks the fields of a group in a document: those of three requests.</summary>
public sealed class GroupItemValidator : AbstractValidator<GroupItem>
{
    public GroupItemValidator(
        IValidator<CreateGroupRequest> group,
        IValidator<HoldGroupRequest> hold,
        IValidator<GroupPushLimitsRequest> limits)
    {
        Include(group);
        RuleFor(item => item.Hold!).SetValidator(hold).When(item => item.Hold is not null);
        RuleFor(item => item.PushLimits!).SetValidator(limits).When(item => item.PushLimits is not null);
    }
}
