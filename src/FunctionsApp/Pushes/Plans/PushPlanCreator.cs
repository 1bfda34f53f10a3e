using Community.Platform;
using Community.Pushes.Plans;
using FluentValidation;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Pushes.Calendars;

namespace FunctionsApp.Pushes.Plans;

/// <summary>Checks new plans against what is stored, stores them and starts their calendars.</summary>
public sealed class PushPlanCreator(
    PushPlanStore plans,
    PushPlanChecks checks,
    PushPlanViewReader views,
    DueWorkScheduler scheduler,
    BrandTime brandTime,
    TimeProvider clock)
{
    /// <summary>The steps of an endpoint that makes a plan of its body, today and now.</summary>
    public CreationSteps<TBody, PushPlan, PushPlanView> StepsOf<TBody>(
        string operation,
        IValidator<TBody> validator,
        Func<TBody, string?> chosenId,
        Func<CreationRequest<TBody>, DateOnly, DateTimeOffset, PushPlan> toPlan) => new()
        {
            Operation = operation,
            Validator = validator,
            ChosenId = chosenId,
            CreateAsync = wanted =>
            {
                var now = clock.GetUtcNow();
                return CreateAsync(toPlan(wanted, brandTime.DayOf(now), now), wanted.Fingerprint);
            },
            FollowAsync = plan => PlanGroupsAsync(plan.Audience),
            ViewAsync = views.ReadAsync,
            Location = plan => $"/api/push-plans/{plan.Id}",
        };

    /// <summary>The first fault of a plan, new or edited; null when it may be stored.</summary>
    public async Task<Refusal?> FindFaultAsync(PushPlan plan)
    {
        var board = await plans.ReadAsync();
        return FindLimitFault(plan, board) ?? await checks.FindFaultAsync(plan, board);
    }

    /// <summary>The same for a plan beside other plans that names other things than those which are stored.</summary>
    public async Task<Refusal?> FindFaultAsync(PushPlan plan, PushBoard board, PushPlanReferences references) =>
        FindLimitFault(plan, board) ?? await checks.FindFaultAsync(plan, board, references);

    /// <summary>
    /// Stores an edit of the plan and has the calendars of its groups written, unless
    /// <paramref name="findFault"/> finds one in the edited plan, which is then the result.
    /// </summary>
    public async Task<(PushPlan? After, Refusal? Fault)> EditAsync(
        PushPlan before,
        PushPlanCommand.Edit edit,
        Func<PushPlan, Task<Refusal?>> findFault,
        ExpectedVersion? expected = null)
    {
        var edited = PushPlanRules.Decide(edit, before).Aggregate(before, PushPlanRules.Evolve);
        if (await findFault(edited) is { } fault) return (null, fault);
        var after = (await plans.DecideAsync(before.Id, edit, expected))!.After;
        await PlanGroupsAsync(before.Audience, after.Audience);
        return (after, null);
    }

    /// <summary>Has the calendars of the groups written.</summary>
    public Task PlanGroupsAsync(params IReadOnlyList<PushAudience> audiences) =>
        scheduler.ScheduleAsync(CalendarsWork.Kind, clock.GetUtcNow(), new CalendarsWork(audiences));

    static Refusal? FindLimitFault(PushPlan plan, PushBoard board) =>
        board.Find(plan.Id) is null && board.Plans.Count >= PushPlanStore.MaxPlans
            ? Refusal.Conflict(ConflictKind.LimitReached, $"there are {PushPlanStore.MaxPlans} plans already")
            : null;

    async Task<CreationResult<PushPlan>> CreateAsync(PushPlan plan, string fingerprint)
    {
        if (await plans.FindAsync(plan.Id) is { } existing)
            return CreationResult.From<PushPlan>((IsNew: false, existing));
        return await FindFaultAsync(plan) is { } fault
            ? CreationResult.Refuse<PushPlan>(Problems.From(fault))
            : CreationResult.From(await plans.CreateAsync(plan, fingerprint));
    }
}
