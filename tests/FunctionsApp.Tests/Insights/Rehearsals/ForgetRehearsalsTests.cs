using System.Net;
using FunctionsApp.Insights.Rehearsals;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Insights.Rehearsals;

public sealed class ForgetRehearsalsTests
{
    [Fact]
    public async Task Report_is_deleted_when_its_time_is_over()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup
        {
            OnDisk = true,
            Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Retention:RehearsalDays"] = "30" },
        });
        var old = await app.KeepAsync(app.Report());
        await app.PassAsync(TimeSpan.FromDays(10));
        var young = await app.KeepAsync(app.Report());
        await app.PassAsync(TimeSpan.FromDays(19));
        (await app.GetAsync($"{RehearsalClient.Path}/{old}")).Expecting(HttpStatusCode.OK);

        await app.PassAsync(TimeSpan.FromDays(3));

        (await app.GetAsync($"{RehearsalClient.Path}/{old}")).IsProblem(HttpStatusCode.NotFound);
        Assert.Equal(young, Assert.Single(await app.ListAsync<RehearsalView>($"{RehearsalClient.Path}?")).Id);
        Assert.Equal(1, await app.UploadsAsync());
    }

    [Fact]
    public async Task Report_is_kept_for_a_year_without_the_setting()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup { OnDisk = true });
        var id = await app.KeepAsync(app.Report());
        await app.PassAsync(TimeSpan.FromDays(364));
        (await app.GetAsync($"{RehearsalClient.Path}/{id}")).Expecting(HttpStatusCode.OK);

        await app.PassAsync(TimeSpan.FromDays(3));

        (await app.GetAsync($"{RehearsalClient.Path}/{id}")).IsProblem(HttpStatusCode.NotFound);
    }
}
