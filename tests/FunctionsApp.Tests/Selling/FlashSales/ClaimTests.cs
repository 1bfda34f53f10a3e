using System.Net;
using FunctionsApp.Selling.FlashSales;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Selling.FlashSales;

/// <summary>Which sale has a group.</summary>
public sealed class ClaimTests(AppHost app) : IClassFixture<AppHost>
{
    FlashGroupClaimStore Claims => app.Services.GetRequiredService<FlashGroupClaimStore>();

    [Fact]
    public async Task A_claim_of_a_sale_that_never_came_to_be_is_anybodys_after_ten_minutes()
    {
        var group = await app.GroupAsync(kind: "Flash", endsAt: app.Now.AddDays(1));
        await Claims.ClaimAsync(group, "a-sale-whose-request-died"); // and the process ended before the sale was stored

        await app.AdvanceAsync(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        await AnsweredAsync(HttpStatusCode.Conflict, group);
        await app.AdvanceAsync(TimeSpan.FromSeconds(1));

        await AnsweredAsync(HttpStatusCode.Created, group);
    }

    [Fact]
    public async Task A_claim_of_a_sale_that_is_there_is_for_good()
    {
        var sale = await app.SaleAsync(1);

        await app.AdvanceAsync(TimeSpan.FromMinutes(30));

        await AnsweredAsync(HttpStatusCode.Conflict, sale.GroupId);
    }

    [Fact]
    public async Task A_sale_that_is_refused_one_of_its_groups_takes_none()
    {
        var sale = await app.SaleAsync(1);
        var free = await app.GroupAsync(kind: "Flash", endsAt: app.Now.AddDays(1));

        Assert.Contains(
            "groups[1].groupId",
            (await AnsweredAsync(HttpStatusCode.Conflict, free, sale.GroupId)).Text,
            StringComparison.Ordinal);

        await AnsweredAsync(HttpStatusCode.Created, free);
    }

    async Task<ApiAnswer> AnsweredAsync(HttpStatusCode status, params string[] groups) =>
        (
            await app.PostAsync(
                "/api/flash-sales",
                SampleBodies.FlashSale(
                    app.NewId("flash"), groups, app.Now.AddMinutes(5), app.Now.AddHours(2)))).Expecting(status);
}
