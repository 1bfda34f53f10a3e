using Community.Groups;
using Community.Lifecycle;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Durable;

namespace FunctionsApp.Lifecycle.CharterDeadlines;

sealed class CharterDeadlineStarter(TimeProvider clock) : ICharterDeadlines
{
    public IReadOnlyList<DurableAction> Start(Group group, DateTimeOffset createdAt) =>
        group.Kind is not GroupKind.Flash
            ? DurableAction.None
            : new DurableAction.Start(
                nameof(CharterDeadlineOrchestrator),
                LifecycleInstanceIds.CharterDeadline(group.Id),
                new CharterDeadlineReference(group.Id, group.Charter.EndsAt!.Value))
                .UnlessOld(createdAt, clock.GetUtcNow());

    public IReadOnlyList<DurableAction> Notify(Group group) => group.Kind is not GroupKind.Flash
        ? DurableAction.None
        : [new DurableAction.Raise(LifecycleInstanceIds.CharterDeadline(group.Id), WorkflowEvents.Edit, "")];
}
