using System.Net;
using System.Text.Json.Nodes;
using Community.Selling.Conversions;
using FunctionsApp.Selling.Conversions;
using FunctionsApp.Selling.FlashSales;
using FunctionsApp.Tests.Platform.Http;
using FunctionsApp.Tests.Selling.Conversions;
using FunctionsApp.Tests.Selling.FlashSales;

namespace FunctionsApp.Tests.Selling;

/// <summary>Null in a PATCH clears a field that the creation does not require, and is refused for the others.</summary>
public sealed class NullInEditTests(AppHost app) : IClassFixture<AppHost>
{
    [Theory]
    [InlineData("product")]
    [InlineData("product.name")]
    [InlineData("product.url")]
    [InlineData("product.priceMinor")]
    [InlineData("product.currency")]
    [InlineData("warmUp")]
    [InlineData("warmUp.at")]
    [InlineData("warmUp.topic")]
    [InlineData("linkAt")]
    [InlineData("closesAt")]
    [InlineData("closing")]
    public async Task Null_for_a_required_field_of_a_conversion_is_refused_with_its_name(string path)
    {
        var plan = await app.PlanAsync([await app.GroupAsync()]);

        (await app.EditConversionAsync(plan.Id, NullAt(path))).Names(path);

        Assert.Empty((await app.GetConversionAsync(plan.Id)).Edits);
    }

    [Fact]
    public async Task Wrong_type_inside_an_object_of_a_conversion_is_refused_with_its_path()
    {
        var plan = await app.PlanAsync([await app.GroupAsync()]);

        (await app.EditConversionAsync(
            plan.Id, new JsonObject { ["warmUp"] = new JsonObject { ["poll"] = new JsonArray("a", 7) } }))
            .Names("warmUp.poll[1]");
        (await app.EditConversionAsync(
            plan.Id, new JsonObject { ["product"] = new JsonObject { ["colour"] = "red" } }))
            .Names("product.colour");
    }

    [Fact]
    public async Task Null_clears_the_optional_fields_of_a_conversion()
    {
        var plan = await app.PlanAsync([await app.GroupAsync()], body => body["drive"] = "Pain");

        var edited = await app.EditConversionAsync(plan.Id, new JsonObject
        {
            ["drive"] = null,
            ["copy"] = null,
            ["lastCallAt"] = null,
            ["lastCall"] = null,
            ["product"] = new JsonObject { ["quantity"] = null, ["offerCostMinor"] = null },
            ["warmUp"] = new JsonObject { ["poll"] = null, ["overrideReason"] = null },
        });

        var view = edited.Expecting(HttpStatusCode.OK).As<ConversionView>();
        Assert.Equal(
            (PurchaseDrive.Trust, null, null, null),
            (view.Drive, view.LastCallAt, view.LastCall, view.Product.Quantity));
        Assert.Empty(view.WarmUp.Poll);
        Assert.Single(view.Edits);
    }

    [Fact]
    public async Task Change_of_nothing_adds_nothing_to_the_audit()
    {
        var plan = await app.PlanAsync([await app.GroupAsync()]);
        var same = new JsonObject
        {
            ["closing"] = plan.Closing,
            ["linkAt"] = plan.LinkAt,
            ["product"] = new JsonObject { ["offerCostMinor"] = null },
            ["warmUp"] = new JsonObject { ["overrideReason"] = null },
        };

        foreach (var edit in new[] { [], same })
            (await app.EditConversionAsync(plan.Id, edit)).Expecting(HttpStatusCode.OK);

        Assert.Empty((await app.GetConversionAsync(plan.Id)).Edits);
    }

    [Theory]
    [InlineData("closesAt")]
    [InlineData("farewell")]
    public async Task Null_for_a_required_field_of_a_flash_sale_is_refused_with_its_name(string field)
    {
        var sale = await app.SaleAsync();

        (await app.EditAsync(sale.Id, NullAt(field))).Names(field);
    }

    [Fact]
    public async Task Null_clears_waves_and_quantity_of_a_flash_sale()
    {
        var sale = await app.SaleAsync(1, change: body => body["waves"] = app.Waves(70));

        var edited = await app.EditAsync(sale.Id, new JsonObject { ["waves"] = null, ["quantity"] = null });

        var view = edited.Expecting(HttpStatusCode.OK).As<FlashSaleView>();
        Assert.Empty(view.Waves);
        Assert.Null(view.Quantity);
    }

    [Fact]
    public async Task Unchanged_edit_of_a_flash_sale_is_200_after_its_end()
    {
        var sale = await app.SaleAsync();
        await app.AdvanceAsync(TimeSpan.FromHours(6));

        (await app.EditAsync(sale.Id, new JsonObject { ["closesAt"] = sale.ClosesAt })).Expecting(HttpStatusCode.OK);
    }

    [Fact]
    public async Task New_sale_with_a_wave_in_the_past_is_refused()
    {
        var group = await app.GroupAsync(kind: "Flash", endsAt: app.Now.AddDays(1));
        var wave = SampleBodies.Wave(app.Now.AddMinutes(-1));
        var body = SampleBodies.FlashSale(
            app.NewId("flash"), [group], app.Now.AddHours(-1), app.Now.AddHours(1), wave);

        (await app.PostAsync("/api/flash-sales", body)).Names("waves[0].at");
    }

    [Fact]
    public async Task New_campaign_that_closed_in_the_past_is_refused()
    {
        var body = SampleBodies.Campaign(
            app.NewId("campaign"), app.Now.AddDays(-2), app.Now.AddDays(-1), await app.GroupAsync());

        (await app.PostAsync("/api/campaigns", body)).Names("closesAt");
    }

    static JsonObject NullAt(string path) => path.Split('.') switch
    {
        [var outer, var inner] => new JsonObject { [outer] = new JsonObject { [inner] = null } },
        _ => new JsonObject { [path] = null },
    };
}
