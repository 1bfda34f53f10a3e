using System.Text.Json;
using Simulation.Plans;
using Simulation.Runs;
using Simulation.Senders;
using Simulation.WeCom;

namespace Simulation.Workloads;

/// <summary>
/// Staff who read their inbox from time to time and complete some of the tasks; on the last days they complete all.
/// </summary>
sealed class StaffWorkload : IWorkload
{
    public Task SetUpAsync(World world) => Task.CompletedTask;

    public IEnumerable<SimulatedEvent> Draw(Random random)
    {
        for (
            var at = TimeSpan.FromMinutes(20);
            at < TimeSpan.FromHours(40);
            at += TimeSpan.FromMinutes(random.Next(30, 240)))
            yield return new StaffVisit(at, random.Next(), IsThorough: false);
        for (var day = 2; day <= 3; day++)
            yield return new StaffVisit(TimeSpan.FromHours((day * 24) + 2), random.Next(), IsThorough: true);
    }

    sealed record StaffVisit(TimeSpan At, int Mood, bool IsThorough) : SimulatedEvent(At)
    {
        public override async Task PlayEventAsync(World world)
        {
            var mood = new Random(Mood);
            var inbox = await world.Sender.SendUntilAcknowledgedAsync(
                "the inbox",
                () => Sender.Create("GET", "/api/tasks?status=open&top=200"));
            foreach (var task in inbox.Json.GetProperty("items").EnumerateArray().ToList())
            {
                if (
                    IsThorough
                        ? task.GetProperty("kind").GetString() == "DissolveGroup" && world.KeepsGroups
                        : mood.NextDouble() > world.Plan.Setting.StaffDiligence)
                    continue;
                await VisitAsync(world, task);
            }
        }

        public override string ToString() => FormattableString.Invariant($"{At:d\\.hh\\:mm\\:ss} staff read the inbox");

        static async Task VisitAsync(World world, JsonElement task)
        {
            var (id, kind) = (task.GetProperty("id").GetString()!, task.GetProperty("kind").GetString()!);
            if (world.WeCom is { } platform && !await StaffInClient.TryDoAsync(world, platform, task)) return;
            object? body = kind is "CreateGroup" or "OpenJoinCode" or "OpenGroup"
                ? new { joinUrl = "https://work.weixin.qq.com/gm/by-hand" }
                : null;
            var answer = await world.Sender.SendUntilAcknowledgedAsync(
                $"task {kind} done",
                () => Sender.Create("POST", $"/api/tasks/{id}/done", body));
            if (answer.Status == 400)
                answer = await world.Sender.SendUntilAcknowledgedAsync(
                    $"task {kind} done",
                    () =>
                        Sender.Create(
                            "POST",
                            $"/api/tasks/{id}/done",
                            new { joinUrl = "https://work.weixin.qq.com/gm/by-hand" }
                        ));
            if (answer.Status != 204)
                world.Violate(
                    "the app accepts the operator's requests",
                    $"task {kind} done was answered {answer.Status}: {answer.Text}");
        }
    }
}
