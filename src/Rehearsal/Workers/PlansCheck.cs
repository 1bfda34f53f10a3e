using System.Text.Json;
using FunctionsApp.Insights.Rehearsals;
using Rehearsal.Hosting;
using Rehearsal.Plans;
using Rehearsal.Runs;

namespace Rehearsal.Workers;

/// <summary>Checks a document of plans by the import of the app, as a dry run on an empty store.</summary>
static class PlansCheck
{
    /// <summary>Why the plans cannot be rehearsed, each fault with its path; empty when they can.</summary>
    public static async Task<IReadOnlyList<string>> FindFaultsAsync(AppBuilder build, WorkerCheck check)
    {
        var clock = new SimulatedClock(check.At);
        await using var app = await RehearsedApp.StartAsync(
            build, clock, seed: 1, new RehearsalChannel(clock, isOnWeCom: false), SettingsOf(check.Plans));
        var answer = await app.SendAsync(RehearsedApp.Import(check.Plans, isDryRun: true));
        if (!answer.IsSuccess) return [.. Faults(answer)];
        return
        [
            .. from thing in answer.Json.GetProperty("things").EnumerateArray()
               from fault in thing.GetProperty("faults").EnumerateArray()
               select $"{fault.GetProperty("path").GetString()}: {fault.GetProperty("reason").GetString()}",
        ];
    }

    // A document that cannot be read names no hosts of links; the import says why it cannot be read.
    static Dictionary<string, string?> SettingsOf(byte[] plans)
    {
        try
        {
            return RehearsedPlans.Read(plans).ToSettings();
        }
        catch (JsonException)
        {
            return []; // the import answers with the path
        }
    }

    static IEnumerable<string> Faults(ApiResponse answer)
    {
        if (!answer.Json.TryGetProperty("errors", out var errors))
        {
            yield return answer.Json.TryGetProperty("detail", out var detail) ? detail.GetString()! : answer.Text;
            yield break;
        }

        foreach (var error in errors.EnumerateObject())
        {
            foreach (var reason in error.Value.EnumerateArray()) yield return $"{error.Name}: {reason.GetString()}";
        }
    }
}
