using System.Text.Json;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Simulation.Instances;
using Simulation.Runs;

namespace Simulation.Invariants;

sealed class WorkflowsEndOrWait : IInvariant
{
    public string Name => "every workflow ends or waits for a named signal or an instant";

    public string Reason => "A workflow that waits for nothing, or for a past instant, never continues.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        await foreach (
            var instance in reader
                .Instance.Services.GetRequiredService<DurableTaskClient>()
                .GetAllInstancesAsync(new OrchestrationQuery { FetchInputsAndOutputs = true }))
        {
            if (instance.RuntimeStatus is OrchestrationRuntimeStatus.Completed)
                continue;
            if (
                instance.RuntimeStatus is not OrchestrationRuntimeStatus.Running
                || instance.SerializedCustomStatus is not { } status)
            {
                yield return $"{instance.InstanceId} is {instance.RuntimeStatus}: "
                    + $"{instance.FailureDetails?.ErrorMessage}";
                continue;
            }

            using var json = JsonDocument.Parse(status);
            var names = json.RootElement.GetProperty("WaitsFor").GetArrayLength();
            var next = json.RootElement.GetProperty("NextAt") is { ValueKind: JsonValueKind.String } at
                ? at.GetDateTimeOffset()
                : (DateTimeOffset?)null;
            if (names == 0 && next is null)
                yield return $"{instance.InstanceId} waits for nothing: {status}";
            if (next <= world.Clock.Now)
                yield return $"{instance.InstanceId} waits for an instant that has passed: {status}";
        }
    }
}
