using System.Net;
using System.Text.Json.Nodes;
using FunctionsApp.Care.Crises;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Care.Crises;

public sealed class ForgetCrisesTests
{
    [Fact]
    public async Task People_and_timeline_are_deleted_after_the_retention_and_the_report_is_kept()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup
        {
            OnDisk = true,
            Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Retention:CrisisDays"] = "30" },
        });
        var group = await app.GroupAsync();
        var (crisis, open) = (await app.CrisisAsync(group), await app.CrisisAsync(group));
        foreach (var id in new[] { crisis, open })
        {
            (await app.PostAsync($"/api/crises/{id}/people", new JsonObject
            {
                ["memberId"] = "u1",
                ["groupId"] = group,
                ["role"] = "Complaining",
                ["evidence"] = "收到的茶有霉点",
                ["by"] = "小王",
            })).Expecting(HttpStatusCode.OK);
        }

        (await app.ResolveAsync(crisis)).Expecting(HttpStatusCode.OK);
        await app.PassAsync(TimeSpan.FromDays(33));

        var forgotten = await app.GetCrisisAsync(crisis);
        Assert.Equal("全部赔付", forgotten.Report);
        Assert.Empty(forgotten.People);
        Assert.Single(forgotten.Timeline);
        Assert.Single((await app.GetCrisisAsync(open)).People);
        var store = app.Services.GetRequiredService<CrisisStore>();
        Assert.Empty((await store.FindAsync(crisis))!.Value.Roles);
        Assert.Single((await store.FindAsync(open))!.Value.Roles);
    }
}
