using System.Net;
using System.Text.Json.Nodes;
using Community.Selling;
using Community.Selling.Conversions;

namespace FunctionsApp.Tests.Selling.Conversions;

/// <summary>Offers of which there are only so many.</summary>
public sealed class SoldOutTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task The_order_of_the_last_unit_closes_the_conversion_in_every_group_without_a_last_call()
    {
        var (one, other) = (await app.GroupAsync(), await app.GroupAsync());
        var plan = await app.PlanAsync([one, other], body => body["product"]!["quantity"] = 3);
        await app.AdvanceToAsync(plan.LinkAt.AddMinutes(10));

        await app.OrderAsync(plan.Id, one, "order-1", units: 2);
        Assert.Equal(ConversionState.Selling, (await app.GetConversionAsync(plan.Id)).State);
        await app.OrderAsync(plan.Id, other, "order-2");
        var soldOut = app.Now;
        await app.AdvanceToAsync(plan.ClosesAt.AddHours(1));

        foreach (var group in new[] { one, other })
        {
            var lines = await app.DeliveriesAsync(group);
            Assert.Equal(["warm-up", "link", "closing"], lines.Select(line => line.Step));
            Assert.Equal(soldOut, lines[^1].SentAt);
        }

        Assert.Equal(
            (ConversionState.Closed, soldOut),
            ((await app.GetConversionAsync(plan.Id)).State, (await app.GetConversionAsync(plan.Id)).SoldOutAt));
    }

    [Fact]
    public async Task The_operator_can_say_that_nothing_is_left()
    {
        var group = await app.GroupAsync();
        var plan = await app.PlanAsync([group]);
        (await app.ControlAsync(plan.Id, "sold-out")).Expecting(HttpStatusCode.Conflict);
        await app.AdvanceToAsync(plan.LinkAt.AddMinutes(10));

        (await app.ControlAsync(plan.Id, "sold-out", new JsonObject { ["by"] = "小王" })).Expecting(HttpStatusCode.OK);

        Assert.Equal(app.Now, Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "closing").SentAt);
        Assert.Equal(
            ("小王", "sold out"),
            (await app.GetConversionAsync(plan.Id)).Edits.Select(edit => (edit.Author, edit.Description)).Single());
    }

    [Fact]
    public async Task Fewer_to_sell_than_were_sold_already_is_sold_out_and_more_is_not()
    {
        var group = await app.GroupAsync();
        var plan = await app.PlanAsync([group], body => body["product"]!["quantity"] = 2);
        await app.AdvanceToAsync(plan.LinkAt);
        await app.EditConversionAsync(plan.Id, new JsonObject { ["product"] = new JsonObject { ["quantity"] = 10 } });
        await app.OrderAsync(plan.Id, group, "order-3", units: 5);
        Assert.Equal(ConversionState.Selling, (await app.GetConversionAsync(plan.Id)).State);

        await app.EditConversionAsync(plan.Id, new JsonObject { ["product"] = new JsonObject { ["quantity"] = 5 } });

        Assert.Equal(ConversionState.Closed, (await app.GetConversionAsync(plan.Id)).State);
    }

    [Fact]
    public async Task A_sold_out_event_that_is_not_true_changes_nothing()
    {
        var plan = await app.PlanAsync([await app.GroupAsync()]);
        await app.AdvanceToAsync(plan.LinkAt);

        await app.RaiseAsync(SellingInstanceIds.Conversion(plan.Id), "SoldOut");

        Assert.Equal(ConversionState.Selling, (await app.GetConversionAsync(plan.Id)).State);
    }
}
