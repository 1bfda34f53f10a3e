using System.Net;

namespace FunctionsApp.Tests.Care.Violations;

public sealed class ForgetViolationsTests
{
    [Fact]
    public async Task Violation_is_deleted_when_its_latest_step_is_old_and_one_that_waits_for_a_decision_stays()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup
        {
            OnDisk = true,
            Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Retention:FeedbackDays"] = "30" },
        });
        var (group, _) = await app.OwnedGroupAsync();
        var (warned, appealed) = (await app.ReportAsync(group), await app.ReportAsync(group, "u2"));
        var fraud = await app.ReportAsync(group, "u3", "Fraud");
        await app.PassAsync(TimeSpan.FromDays(10));
        (await app.AppealAsync(appealed.Id)).Expecting(HttpStatusCode.OK);
        (await app.DecideAsync(fraud.Id)).Expecting(HttpStatusCode.OK);
        await app.PassAsync(TimeSpan.FromDays(23));

        Assert.Equal(
            new[] { appealed.Id, fraud.Id }.Order(StringComparer.Ordinal),
            (await app.ListViolationsAsync($"groupId={group}"))
                .Select(listed => listed.Id)
                .Order(StringComparer.Ordinal));
        (await app.GetAsync($"{ViolationClient.Path}/{warned.Id}")).Expecting(HttpStatusCode.NotFound);
        Assert.Empty(await app.ListViolationsAsync("memberId=u1"));

        await app.PassAsync(TimeSpan.FromDays(10));
        Assert.Equal(appealed.Id, Assert.Single(await app.ListViolationsAsync()).Id);
    }
}
