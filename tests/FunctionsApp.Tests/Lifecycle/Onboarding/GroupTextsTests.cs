using System.Net;
using System.Text.Json.Nodes;
using Community.Groups;
using FunctionsApp.Groups;
using FunctionsApp.Tests.Groups;
using FunctionsApp.Tests.Messaging.Deliveries;

namespace FunctionsApp.Tests.Lifecycle.Onboarding;

/// <summary>The onboarding texts that one group has for itself.</summary>
public sealed class GroupTextsTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Newcomers_are_greeted_with_the_texts_of_the_group_until_they_are_taken_back()
    {
        var group = await app.GroupAsync();
        await app.EditGroupAsync(group, new JsonObject
        {
            ["by"] = "小王",
            ["texts"] = new JsonObject { ["welcome"] = "{member} 来喝茶！{benefits}", ["introduction"] = "说说你爱喝什么" },
        });

        await app.JoinAsync(group, "u1");
        await app.RunUntilIdleAsync();

        var lines = (await app.DeliveriesAsync(group)).Select(line => line.Text).ToList();
        Assert.Contains(lines, text => text.EndsWith("来喝茶！新人立减 30%、每周品鉴名额", StringComparison.Ordinal));
        Assert.Contains("说说你爱喝什么", lines);
        var back = await app.EditGroupAsync(group, new JsonObject { ["by"] = "小王", ["texts"] = null });
        Assert.Equal(GroupTexts.Product, back.Expecting(HttpStatusCode.OK).As<GroupView>().Texts);
    }
}
