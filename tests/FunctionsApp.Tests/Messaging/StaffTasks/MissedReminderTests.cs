using Community.Messaging.Channels;

namespace FunctionsApp.Tests.Messaging.StaffTasks;

public sealed class MissedReminderTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task Reminders_of_30_days_without_a_host_become_one()
    {
        var setup = AppHostSetup.With(ChannelAction.SendToGroup, "Manual") with
        {
            Store = Path.Combine(folder.FullName, "store.db"),
        };
        string group;
        await using (var app = await AppHost.StartAsync(setup))
        {
            group = await app.GroupAsync(kind: "Flash", endsAt: app.Now.AddDays(90));
            await app.JoinAsync(group, "u1");
            await app.AdvanceAsync(app.UntilGreeting());
        }

        await using var later = await AppHost.StartAsync(setup with { Clock = setup.Clock.AddDays(30) });
        await later.AdvanceAsync(TimeSpan.FromMinutes(2));

        // Due after 2 h, again 2 h later, then daily: the 31st is the latest.
        var task = Assert.Single(await later.TasksAsync(group));
        Assert.Equal(31, task.Escalations);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
