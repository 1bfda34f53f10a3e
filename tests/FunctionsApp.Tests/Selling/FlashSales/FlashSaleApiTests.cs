using System.Net;
using System.Text.Json.Nodes;

namespace FunctionsApp.Tests.Selling.FlashSales;

public sealed class FlashSaleApiTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task A_new_sale_is_201_with_its_address_which_shows_its_state()
    {
        var body = await BodyAsync();
        var id = body["id"]!.GetValue<string>();

        var made = await app.PostAsync("/api/flash-sales", body);
        await app.RunUntilIdleAsync();
        var read = (await app.GetAsync($"/api/flash-sales/{id}")).Expecting(HttpStatusCode.OK).Json;

        Assert.Equal((HttpStatusCode.Created, $"/api/flash-sales/{id}"), (made.Status, made.Location));
        Assert.Equal(
            ("Open", "awaiting-opening"),
            (read.GetProperty("state").GetString(), read.GetProperty("step").GetString()));
        Assert.Equal(body["opensAt"]!.GetValue<DateTimeOffset>(), read.GetProperty("nextAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task The_same_sale_again_is_200_and_does_everything_once()
    {
        var body = await BodyAsync();
        (await app.PostAsync("/api/flash-sales", body)).Expecting(HttpStatusCode.Created);
        await app.RunUntilIdleAsync();

        (await app.PostAsync("/api/flash-sales", body)).Expecting(HttpStatusCode.OK);
        await app.RunUntilIdleAsync();

        Assert.Single(
            await app.DeliveriesAsync(body["groups"]![0]!["groupId"]!.GetValue<string>()),
            line => line.Step == "create-group");
    }

    [Fact]
    public async Task The_same_sale_again_is_200_even_after_it_closed()
    {
        var body = await BodyAsync();
        await app.PostAsync("/api/flash-sales", body);
        await app.CloseAsync(body["id"]!.GetValue<string>());

        (await app.PostAsync("/api/flash-sales", body)).Expecting(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Another_sale_under_the_same_id_is_409()
    {
        var body = await BodyAsync();
        await app.PostAsync("/api/flash-sales", body);
        body["name"] = "明晚快闪";

        (await app.PostAsync("/api/flash-sales", body)).Expecting(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_group_has_one_sale()
    {
        var body = await BodyAsync();
        await app.PostAsync("/api/flash-sales", body);
        body["id"] = app.NewId("flash");

        (await app.PostAsync("/api/flash-sales", body)).Expecting(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_sale_is_in_the_list()
    {
        var body = await BodyAsync();
        await app.PostAsync("/api/flash-sales", body);

        var items = (
            await app.GetAsync("/api/flash-sales?top=200")).Expecting(HttpStatusCode.OK).Json.GetProperty("items");

        Assert.Contains(
            items.EnumerateArray(), item => item.GetProperty("id").GetString() == body["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_sale_needs_a_flash_group_that_exists_and_is_not_closed()
    {
        var ended = await app.SaleAsync();
        await app.CloseAsync(ended.Id);

        await RefusedAsync("no-such-group");
        await RefusedAsync(await app.GroupAsync());
        await RefusedAsync(ended.GroupId);

        async Task RefusedAsync(string group)
        {
            var body = SampleBodies.FlashSale(app.NewId("flash"), group, app.Now, app.Now.AddHours(1));
            var answer = (await app.PostAsync("/api/flash-sales", body)).Expecting(HttpStatusCode.BadRequest);
            Assert.True(answer.Json.GetProperty("errors").TryGetProperty("groups[0].groupId", out _), answer.Text);
            (await app.GetAsync($"/api/flash-sales/{body["id"]}")).Expecting(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_sale_does_not_outlive_its_groups_charter()
    {
        var group = await app.GroupAsync(kind: "Flash", endsAt: app.Now.AddHours(2));

        var answer = (
            await app.PostAsync(
                "/api/flash-sales",
                SampleBodies.FlashSale(null, group, app.Now, app.Now.AddHours(3)))).Expecting(
                    HttpStatusCode.BadRequest);

        Assert.True(answer.Json.GetProperty("errors").TryGetProperty("closesAt", out _), answer.Text);
    }

    async Task<JsonObject> BodyAsync() =>
        SampleBodies.FlashSale(
            app.NewId("flash"),
            await app.GroupAsync(kind: "Flash", joinUrl: null, endsAt: app.Now.AddDays(1)),
            app.Now.AddHours(1),
            app.Now.AddHours(5));
}
