using Community.Lifecycle;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Lifecycle.Dissolutions;

static class FlashGroupInstances
{
    /// <summary>True while the flash group's own orchestration runs, which ends and dissolves the group.</summary>
    public static async Task<bool> IsFlashGroupRunningAsync(this DurableTaskClient durable, string groupId) =>
        await durable.GetInstanceAsync(LifecycleInstanceIds.FlashGroup(groupId)) is { IsCompleted: false };
}
