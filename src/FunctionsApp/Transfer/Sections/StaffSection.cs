using Community.Groups.Staff;
using Community.Platform;
using FluentValidation;
using FluentValidation.Results;
using FunctionsApp.Groups.Staff;
using FunctionsApp.Platform.Http;
using FunctionsApp.Transfer.Documents;

namespace FunctionsApp.Transfer.Sections;

/// <summary>Staff members, without their accounts on the platform.</summary>
public sealed class StaffSection(StaffStore staff, IValidator<CreateStaffRequest> validator, TimeProvider clock)
    : PlanSection<StaffItem, StaffMember>(PlanKind.Staff, "staff", ManyAtOnce)
{
    protected override IReadOnlySet<string> EditableFields { get; } =
        new HashSet<string>(["name"], StringComparer.Ordinal);

    public override async Task<bool> IsEmptyAsync() => (await staff.PageAsync(1, continuation: null)).Items.Count == 0;

    protected override IReadOnlyList<StaffItem>? ItemsOf(PlansDocument document) => document.Staff;

    protected override string? IdOf(StaffItem item) => item.Id;

    protected override ValidationResult Validate(StaffItem item) => validator.Validate(RequestOf(item));

    protected override async Task<StaffItem?> FindAsync(string id) =>
        await staff.FindAsync(id) is { Value: var found } ? StaffItem.From(found) : null;

    protected override Task<(StaffMember? State, IReadOnlyList<Refusal> Faults)> PlanAsync(
        StaffItem item, ImportContext context) =>
        Task.FromResult<(StaffMember?, IReadOnlyList<Refusal>)>(
            (RequestOf(item).ToStaffMember(item.Id!, clock.GetUtcNow()), []));

    protected override StaffItem Describe(StaffItem item, StaffItem stored, ImportContext context) => item;

    protected override void Remember(StaffMember state, ImportContext context) => context.New.Staff.Add(state.Id);

    protected override async Task<IReadOnlyList<Refusal>> CreateAsync(
        StaffItem item, StaffMember state, ImportContext context)
    {
        await staff.CreateAsync(state, Creation.Fingerprint(RequestOf(item)));
        return [];
    }

    protected override async Task<IReadOnlyList<Refusal>> EditAsync(
        StaffItem item, IReadOnlySet<string> fields, ImportContext context)
    {
        await staff.EditAsync(item.Id!, before => before with { Name = item.Name! }, expected: null);
        return [];
    }

    static CreateStaffRequest RequestOf(StaffItem item) => new(item.Id, item.Name, WeComUserId: null);
}
