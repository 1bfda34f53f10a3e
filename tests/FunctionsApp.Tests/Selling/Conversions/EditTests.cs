using System.Net;
using System.Text.Json.Nodes;
using Community.Selling.Conversions;
using FunctionsApp.Selling.Conversions;

namespace FunctionsApp.Tests.Selling.Conversions;

/// <summary>An operator who changes a conversion while it runs.</summary>
public sealed class EditTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task A_later_link_shows_at_once_and_is_sent_then()
    {
        var group = await app.GroupAsync();
        var plan = await app.PlanAsync([group]);
        await app.AdvanceToAsync(plan.LinkAt.AddMinutes(-1));

        var later = plan.LinkAt.AddMinutes(30);
        Assert.Equal(
            later,
            (
                await app.EditConversionAsync(
                    plan.Id,
                    new JsonObject { ["linkAt"] = later })).Expecting(HttpStatusCode.OK).As<ConversionView>().NextAt);
        await app.AdvanceToAsync(later.AddSeconds(-1));
        Assert.DoesNotContain(await app.DeliveriesAsync(group), line => line.Step == "link");
        await app.AdvanceToAsync(later);

        Assert.Equal(later, Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "link").SentAt);
    }

    [Fact]
    public async Task An_earlier_end_ends_it_earlier()
    {
        var group = await app.GroupAsync();
        var plan = await app.PlanAsync([group]);
        await app.AdvanceToAsync(plan.LastCallAt!.Value);

        var earlier = plan.LastCallAt.Value.AddMinutes(5);
        await app.EditConversionAsync(plan.Id, new JsonObject { ["closesAt"] = earlier });
        await app.AdvanceToAsync(earlier);

        Assert.Equal(earlier, Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "closing").SentAt);
        Assert.Equal(ConversionState.Closed, (await app.GetConversionAsync(plan.Id)).State);
    }

    [Fact]
    public async Task Edited_copy_and_price_are_in_the_sent_message()
    {
        var group = await app.GroupAsync();
        var plan = await app.PlanAsync([group]);
        await app.AdvanceToAsync(plan.WarmUp.At);

        (await app.EditConversionAsync(plan.Id, new JsonObject
        {
            ["product"] = new JsonObject { ["priceMinor"] = 9950 },
            ["copy"] = new JsonObject { ["low"] = "只要{price}：{link}" },
            ["by"] = "小王",
        })).Expecting(HttpStatusCode.OK);
        await app.AdvanceToAsync(plan.LinkAt);

        Assert.StartsWith(
            "只要99.50元：https://brand.example.com/l/",
            Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "link").Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_last_call_can_be_added_after_the_link()
    {
        var group = await app.GroupAsync();
        var plan = await app.PlanAsync([group], body => (body["lastCallAt"], body["lastCall"]) = (null, null));
        await app.AdvanceToAsync(plan.LinkAt);
        Assert.Equal(plan.ClosesAt, (await app.GetConversionAsync(plan.Id)).NextAt);

        var call = plan.LinkAt.AddHours(1);
        (
            await app.EditConversionAsync(
                plan.Id,
                new JsonObject { ["lastCallAt"] = call, ["lastCall"] = "快没了：{link}" })).Expecting(HttpStatusCode.OK);
        await app.AdvanceToAsync(plan.ClosesAt);

        Assert.Equal(call, Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "last-call").SentAt);
    }

    [Fact]
    public async Task An_edit_of_a_step_that_has_begun_is_refused_as_a_whole_with_the_reason()
    {
        var plan = await app.PlanAsync([await app.GroupAsync()]);
        await app.AdvanceToAsync(plan.LinkAt);

        var answer = (
            await app.EditConversionAsync(
                plan.Id,
                new JsonObject { ["linkAt"] = plan.LinkAt.AddHours(1), ["closing"] = "别了" })).Expecting(
                    HttpStatusCode.Conflict);

        Assert.Contains(
            "linkAt cannot be changed: the link was carried out",
            answer.Json.GetProperty("detail").GetString(),
            StringComparison.Ordinal);
        var after = await app.GetConversionAsync(plan.Id);
        Assert.Equal(plan.Closing, after.Closing);
        Assert.Empty(after.Edits);
    }

    [Fact]
    public async Task Every_change_is_in_the_audit_with_who_and_when()
    {
        var plan = await app.PlanAsync([await app.GroupAsync()]);
        await app.EditConversionAsync(
            plan.Id, new JsonObject { ["closing"] = "别了", ["closesAt"] = plan.ClosesAt.AddMinutes(5), ["by"] = "小王" });
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        await app.ControlAsync(plan.Id, "hold", new JsonObject { ["by"] = "小李" });
        await app.ControlAsync(plan.Id, "resume");

        var edits = (await app.GetConversionAsync(plan.Id)).Edits;

        Assert.Equal(
            [("小王", app.Now.AddMinutes(-1)), ("小李", app.Now), ("operator", app.Now)],
            edits.Select(edit => (edit.Author, edit.At)));
        Assert.Contains("closing: {product}今天结束了，谢谢大家！ -> 别了", edits[0].Description, StringComparison.Ordinal);
        Assert.Contains("closesAt: ", edits[0].Description, StringComparison.Ordinal);
        Assert.Equal(["hold", "resume"], edits.Skip(1).Select(edit => edit.Description));
    }

    [Fact]
    public async Task The_same_edit_again_is_a_repeat()
    {
        var plan = await app.PlanAsync([await app.GroupAsync()]);

        for (var n = 0; n < 2; n++)
            (
                await app.EditConversionAsync(
                    plan.Id, new JsonObject { ["closing"] = "别了" })).Expecting(HttpStatusCode.OK);

        Assert.Single((await app.GetConversionAsync(plan.Id)).Edits);
    }

    [Fact]
    public async Task An_unknown_conversion_is_404()
    {
        (await app.GetAsync("/api/conversions/no-such-one")).Expecting(HttpStatusCode.NotFound);
        (await app.EditConversionAsync("no-such-one", [])).Expecting(HttpStatusCode.NotFound);
        foreach (var verb in new[] { "hold", "resume", "cancel", "sold-out" })
            (await app.ControlAsync("no-such-one", verb)).Expecting(HttpStatusCode.NotFound);
    }
}
