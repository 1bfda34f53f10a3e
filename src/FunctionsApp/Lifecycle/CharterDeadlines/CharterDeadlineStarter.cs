using Community.Groups;
using Community.Lifecycle;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Durable;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Lifecycle.CharterDeadlines;

sealed class CharterDeadlineStarter : ICharterDeadlines
{
    public Task EnsureStartedAsync(Group group, DurableTaskClient durable) => group.Kind is not GroupKind.Flash
        ? Task.CompletedTask
        : durable.EnsureStartedAsync(
            nameof(CharterDeadlineOrchestrator),
            LifecycleInstanceIds.CharterDeadline(group.Id),
            new CharterDeadlineReference(group.Id, group.Charter.EndsAt!.Value));

    public Task NotifyAsync(Group group, DurableTaskClient durable) => group.Kind is not GroupKind.Flash
        ? Task.CompletedTask
        : durable.RaiseEventAsync(LifecycleInstanceIds.CharterDeadline(group.Id), WorkflowEvents.Edit, "");
}
