using Community.Care.Violations;
using Community.Groups;
using Community.Platform;
using FunctionsApp.Groups;
using FunctionsApp.Groups.Staff;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Care.Violations;

/// <summary>
/// Stores violations and changes them. Before each write it schedules what makes up for the rest of a request that
/// dies.
/// </summary>
public sealed class ViolationService(
    ViolationStore violations,
    ViolationLocatorStore locators,
    KnownPersonReader people,
    ViolationFollowUp followUp,
    GroupStore groups,
    StaffStore staff,
    DueWorkScheduler scheduler,
    TimeProvider clock)
{
    /// <summary>
    /// Stores what is reported. 400 for an unknown or dissolved group or owner; 409 when no owner is known and when the
    /// id belongs to another request.
    /// </summary>
    public async Task<CreationResult<Violation>> ReportAsync(CreationRequest<ReportViolationRequest> request)
    {
        // A repeat is answered even after the group was dissolved.
        if (await violations.FindAsync(request.Id) is { } stored) return CreationResult.From((IsNew: false, stored));
        var (body, group) = (request.Body, await groups.LookUpAsync(request.Body.GroupId!));
        if (group is null) return Refuse(Refusal.Invalid("groupId", $"there is no group {body.GroupId}."));
        if (!group.IsAlive) return Refuse(Refusal.Invalid("groupId", $"the group {body.GroupId} is dissolved."));
        if (await staff.OwnerFaultAsync(body.Owner) is { } unknown) return Refuse(unknown);
        if ((body.Owner ?? group.Owner) is not { } owner) return Refuse(NoOwner);
        return await StoreAsync(body.ToReport(request.Id, owner, clock.GetUtcNow()), request.Fingerprint, group)
            is { } created
            ? CreationResult.From(created)
            : Refuse(Refusal.Conflict(ConflictKind.AlreadyExists, $"id: {request.Id} belongs to another request"));
    }

    /// <summary>
    /// Stores what the channel heard, or adds it to the violation of which it is a part. A repeat changes nothing.
    /// </summary>
    public async Task HearAsync(ViolationReport report, Group group)
    {
        var stored = (await violations.FindAsync(report.Id))?.Value
            ?? await violations.FindWholeAsync(report)
            ?? (await StoreAsync(report, fingerprint: report.Id, group))?.Document.Value;
        if (stored is null) return;
        if (stored.Id != report.Id)
            await violations.DecideAsync(stored.Id, _ => new ViolationCommand.AddMessage(report.Evidence, report.At));
        await followUp.FollowAsync(stored);
    }

    /// <summary>Enters the objection of the member; null when there is no such violation.</summary>
    public Task<Decided<Violation, ViolationEvent>?> AppealAsync(string id, AppealViolationRequest appeal) =>
        DecideAsync(id, _ => new ViolationCommand.Appeal(appeal.Text!, appeal.By!, clock.GetUtcNow()));

    /// <summary>Decides, also on an appeal; null when there is no such violation.</summary>
    public async Task<Decided<Violation, ViolationEvent>?> DecideAsync(string id, DecideViolationRequest decision)
    {
        if (await violations.FindAsync(id) is not { Value: var violation }) return null;
        var owner = (await groups.LookUpAsync(violation.GroupId))?.Owner;
        return await DecideAsync(id, stored => decision.ToCommand(owner ?? stored.Owner, clock.GetUtcNow()));
    }

    async Task<Decided<Violation, ViolationEvent>?> DecideAsync(
        string id, Func<Violation, ViolationCommand> command)
    {
        await ScheduleCheckAsync(id);
        var decided = await violations.DecideAsync(id, command);
        if (decided is { Events: not [ViolationEvent.Refused] }) await followUp.FollowAsync(decided.After);
        return decided;
    }

    // Null when the id was given to another report that was not stored.
    async Task<(bool IsNew, Stored<Violation> Document)?> StoreAsync(
        ViolationReport wanted, string fingerprint, Group group)
    {
        await ScheduleCheckAsync(wanted.Id);
        var locator = await locators.ReserveAsync(ViolationLocator.Of(wanted));
        if ((locator.GroupId, locator.MemberId) != (wanted.GroupId, wanted.MemberId)) return null;
        // A request that died before it was stored named the instant.
        var report = wanted with { At = locator.At };
        var ofOtherIds = await people.OfOtherIdsAsync(await people.ReadAsync(report.MemberId));
        return await violations.CreateAsync(report, fingerprint, ofMember => ViolationRules.Open(
            report,
            ofMember.Concat(ofOtherIds).Where(earlier => earlier.GroupId == report.GroupId),
            ViolationRules.MeasureOf(group.Charter.Consequence)));
    }

    Task ScheduleCheckAsync(string id) => scheduler.ScheduleAsync(
        ViolationCheck.Kind, clock.GetUtcNow() + ViolationCheck.Delay, new ViolationCheck(id));

    static Refusal NoOwner => Refusal.Conflict(
        ConflictKind.Incomplete, "the group has no owner, so the field owner must name one");

    static CreationResult<Violation> Refuse(Refusal refusal) =>
        CreationResult.Refuse<Violation>(Problems.From(refusal));
}
