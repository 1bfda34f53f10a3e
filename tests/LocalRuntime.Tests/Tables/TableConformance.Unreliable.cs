using Azure;
using Azure.Core;
using Azure.Data.Tables;

namespace LocalRuntime.Tests.Tables;

public abstract partial class TableConformance
{
    const int Attempts = 4; // the default of the official client

    [Fact]
    public async Task Insert_whose_answer_was_lost_fails_with_409()
    {
        var losing = await LosingAsync(RequestMethod.Post);
        await RefusedAsync(
            409, "EntityAlreadyExists", () => losing.AddEntityAsync(Entity("p", "r", ("Owner", "me")), Token));
        Assert.Equal("me", (await ReadAsync("p", "r")).GetString("Owner"));
    }

    [Theory]
    [InlineData("PUT", TableUpdateMode.Replace)]
    [InlineData("PATCH", TableUpdateMode.Merge)]
    public async Task Update_whose_answer_was_lost_fails_with_412(string method, TableUpdateMode mode)
    {
        var losing = await LosingAsync(RequestMethod.Parse(method));
        var etag = (await Table.AddEntityAsync(Entity("p", "r"), Token)).Headers.ETag!.Value;
        await RefusedAsync(
            412, "UpdateConditionNotSatisfied",
            () => losing.UpdateEntityAsync(Entity("p", "r", ("Owner", "me")), etag, mode, Token));
        Assert.Equal("me", (await ReadAsync("p", "r")).GetString("Owner"));
    }

    [Fact]
    public async Task Transaction_whose_answer_was_lost_fails_with_409()
    {
        var losing = await LosingAsync(RequestMethod.Post);
        var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(() => losing.SubmitTransactionAsync(
            [new TableTransactionAction(TableTransactionActionType.Add, Entity("p", "r"))], Token));
        Assert.Equal((409, 0), (refusal.Status, refusal.FailedTransactionActionIndex));
        Assert.True((await Table.GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Token)).HasValue);
    }

    [Fact]
    public async Task Deletion_whose_answer_was_lost_succeeds()
    {
        var losing = await LosingAsync(RequestMethod.Delete);
        await Table.AddEntityAsync(Entity("p", "r"), Token);
        Assert.Equal(404, (await losing.DeleteEntityAsync("p", "r", cancellationToken: Token)).Status);
    }

    [Fact]
    public async Task Call_to_a_busy_service_is_retried()
    {
        var busy = await UnreliableAsync(RequestMethod.Post, Unreliability.Busy, times: Attempts - 1);
        await busy.AddEntityAsync(Entity("p", "r"), Token);
        Assert.Single(await QueryAsync());
    }

    [Fact]
    public async Task Busy_service_fails_the_call_with_503_and_nothing_is_written()
    {
        var busy = await UnreliableAsync(RequestMethod.Post, Unreliability.Busy, times: Attempts);
        await RefusedAsync(503, "ServerBusy", () => busy.AddEntityAsync(Entity("p", "r"), Token));
        Assert.Empty(await QueryAsync());
    }

    [Fact]
    public async Task Unreachable_service_fails_the_call_with_every_failure()
    {
        var losing = await UnreliableAsync(RequestMethod.Get, Unreliability.AnswerLost, times: Attempts);
        var failure = await Assert.ThrowsAsync<AggregateException>(
            () => losing.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Token));
        Assert.Equal(Attempts, failure.InnerExceptions.Count);
    }

    Task<TableClient> LosingAsync(RequestMethod method) => UnreliableAsync(method, Unreliability.AnswerLost, times: 1);

    async Task<TableClient> UnreliableAsync(RequestMethod method, Unreliability unreliability, int times)
    {
        var service = await ConnectAsync(options =>
            UnreliableTransport.Configure(options, method, unreliability, times));
        return service.GetTableClient(Table.Name);
    }
}
