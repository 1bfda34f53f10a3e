using Azure;
using Azure.Core;
using Azure.Data.Tables;
using LocalRuntime.Accounts;
using LocalRuntime.Tables;
using TestSupport;

namespace LocalRuntime.Tests.Tables;

/// <summary>A write that was carried out but whose answer was lost is retried by the pipeline and meets its own result.</summary>
public sealed class LostAnswerTests(AzuriteFixture azurite)
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_insert_meets_its_own_entity_as_409()
    {
        var (losing, reliable) = await TableAsync(RequestMethod.Post);
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => losing.AddEntityAsync(new TableEntity("p", "r") { ["Owner"] = "me" }, Token));
        Assert.Equal((409, "EntityAlreadyExists"), (refusal.Status, refusal.ErrorCode));
        Assert.Equal("me", (await reliable.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Token)).Value.GetString("Owner"));
    }

    [Fact]
    public async Task An_update_meets_its_own_version_as_412()
    {
        var (losing, reliable) = await TableAsync(RequestMethod.Put);
        var etag = (await reliable.AddEntityAsync(new TableEntity("p", "r"), Token)).Headers.ETag!.Value;
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(
            () => losing.UpdateEntityAsync(new TableEntity("p", "r") { ["Owner"] = "me" }, etag, TableUpdateMode.Replace, Token));
        Assert.Equal((412, "UpdateConditionNotSatisfied"), (refusal.Status, refusal.ErrorCode));
        Assert.Equal("me", (await reliable.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Token)).Value.GetString("Owner"));
    }

    [Fact]
    public async Task A_transaction_meets_its_own_entities_as_409()
    {
        var (losing, reliable) = await TableAsync(RequestMethod.Post);
        var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(() => losing.SubmitTransactionAsync(
            [new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", "r"))], Token));
        Assert.Equal((409, 0), (refusal.Status, refusal.FailedTransactionActionIndex));
        Assert.True((await reliable.GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Token)).HasValue);
    }

    [Fact]
    public async Task A_delete_finds_nothing_left_and_is_content()
    {
        var (losing, reliable) = await TableAsync(RequestMethod.Delete);
        await reliable.AddEntityAsync(new TableEntity("p", "r"), Token);
        Assert.Equal(404, (await losing.DeleteEntityAsync("p", "r", cancellationToken: Token)).Status);
    }

    async Task<(TableClient Losing, TableClient Reliable)> TableAsync(RequestMethod method)
    {
        Assert.SkipWhen(NodePeers.Skipped, "AZURITE=skip");
        var account = StorageAccount.Parse(await azurite.ConnectionStringAsync());
        var reliable = new TableServiceClient(account.TableEndpoint!, new TableSharedKeyCredential(account.Name, account.Key)).GetTableClient($"t{Guid.NewGuid():N}");
        await reliable.CreateIfNotExistsAsync(Token);
        var options = new TableTransport.TableClientOptions { Transport = new AnswerLosingTransport(method) };
        options.Retry.Delay = TimeSpan.Zero;
        var losing = new TableServiceClient(TableTransport.Http(account.TableEndpoint!, new SharedKeyLitePolicy(account.Name, account.Key), options));
        return (losing.GetTableClient(reliable.Name), reliable);
    }
}
