using Community.Messaging.Deliveries;
using Community.Selling;
using Community.Selling.FlashSales;

namespace FunctionsApp.Tests.Selling.FlashSales;

/// <summary>The process ends in the middle of a sale and another one carries on with the same store.</summary>
public sealed class RestartTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-");

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(3)]
    public async Task A_sale_goes_on_where_it_stood_when_the_host_ended(double hours)
    {
        var setup = new AppHostSetup { Store = Path.Combine(folder.FullName, "store.db") };
        string saleId, groupId;
        await using (var app = await AppHost.StartAsync(setup))
        {
            (saleId, groupId) = await app.SaleAsync() is var sale ? (sale.Id, sale.GroupId) : default;
            await app.JoinAsync(groupId, "u1");
            await app.AdvanceAsync(TimeSpan.FromHours(hours));
            setup = setup with { Clock = app.Now };
        }

        await using var next = await AppHost.StartAsync(setup);
        await next.AdvanceAsync(TimeSpan.FromHours(5));

        Assert.Equal(FlashSaleState.Dissolved, (await next.GetSaleAsync(saleId)).State);
        Assert.Equal("Completed", await next.StatusAsync(SellingInstanceIds.FlashSale(saleId)));
        var lines = await next.DeliveriesAsync(groupId);
        Assert.Equal(["create-group", "welcome", "farewell", "dissolve"], lines.Select(line => line.Step));
        Assert.All(lines, line => Assert.Equal(DeliveryState.Sent, line.State));
    }

    [Fact]
    public async Task A_sale_that_should_have_closed_while_no_host_ran_closes_at_the_start()
    {
        var setup = new AppHostSetup { Store = Path.Combine(folder.FullName, "store.db") };
        string saleId;
        await using (var app = await AppHost.StartAsync(setup))
        {
            saleId = (await app.SaleAsync()).Id;
        }

        await using var next = await AppHost.StartAsync(setup with { Clock = setup.Clock.AddDays(1) });
        await next.RunUntilIdleAsync();

        Assert.Equal(FlashSaleState.Dissolved, (await next.GetSaleAsync(saleId)).State);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
