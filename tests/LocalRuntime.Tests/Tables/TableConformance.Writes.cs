using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace LocalRuntime.Tests.Tables;

public abstract partial class TableConformance
{
    [Fact]
    public async Task An_added_entity_is_read_back_with_a_time_stamp_and_the_tag_of_its_write()
    {
        var before = await Table.AddEntityAsync(Entity("p", "r", ("Name", "林")), Token);
        var read = await ReadAsync("p", "r");

        Assert.Equal(204, before.Status);
        Assert.Equal("林", read.GetString("Name"));
        Assert.Equal(before.Headers.ETag, read.ETag);
        Assert.NotNull(read.Timestamp);
    }

    [Fact]
    public async Task Writing_leaves_the_given_entity_as_it_is()
    {
        var entity = Entity("p", "r", ("Name", "a"));
        await Table.AddEntityAsync(entity, Token);
        Assert.Equal(default, entity.ETag);
        Assert.Null(entity.Timestamp);
    }

    [Fact]
    public async Task Adding_what_exists_is_refused()
    {
        await Table.AddEntityAsync(Entity("p", "r"), Token);
        await RefusedAsync(409, TableErrorCode.EntityAlreadyExists.ToString(), () => Table.AddEntityAsync(Entity("p", "r"), Token));
    }

    [Fact]
    public async Task A_merge_keeps_the_properties_that_it_does_not_name()
    {
        await Table.AddEntityAsync(Entity("p", "r", ("A", 1), ("B", 2)), Token);
        await Table.UpsertEntityAsync(Entity("p", "r", ("B", 3)), cancellationToken: Token);
        var read = await ReadAsync("p", "r");
        Assert.Equal((1, 3), (read.GetInt32("A"), read.GetInt32("B")));
    }

    [Fact]
    public async Task A_replacement_drops_the_properties_that_it_does_not_name()
    {
        await Table.AddEntityAsync(Entity("p", "r", ("A", 1), ("B", 2)), Token);
        await Table.UpsertEntityAsync(Entity("p", "r", ("B", 3)), TableUpdateMode.Replace, Token);
        var read = await ReadAsync("p", "r");
        Assert.Equal((null, 3), (read.GetInt32("A"), read.GetInt32("B")));
    }

    [Fact]
    public async Task A_merge_of_nothing_into_a_property_leaves_it()
    {
        await Table.AddEntityAsync(Entity("p", "r", ("A", 1)), Token);
        await Table.UpsertEntityAsync(Entity("p", "r", ("A", null!)), cancellationToken: Token);
        Assert.Equal(1, (await ReadAsync("p", "r")).GetInt32("A"));
    }

    [Fact]
    public async Task An_upsert_inserts_what_is_missing()
    {
        await Table.UpsertEntityAsync(Entity("p", "r", ("A", 1)), cancellationToken: Token);
        Assert.Equal(1, (await ReadAsync("p", "r")).GetInt32("A"));
    }

    [Fact]
    public async Task Every_write_gives_a_new_tag()
    {
        var first = (await Table.AddEntityAsync(Entity("p", "r"), Token)).Headers.ETag!.Value;
        var second = (await Table.UpdateEntityAsync(Entity("p", "r", ("A", 1)), first, cancellationToken: Token)).Headers.ETag!.Value;
        Assert.NotEqual(first, second);
        Assert.Equal(second, (await ReadAsync("p", "r")).ETag);
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public async Task An_update_of_an_outdated_version_is_refused(TableUpdateMode mode)
    {
        var first = (await Table.AddEntityAsync(Entity("p", "r", ("A", 1)), Token)).Headers.ETag!.Value;
        await Table.UpdateEntityAsync(Entity("p", "r", ("A", 2)), first, mode, Token);
        await RefusedAsync(412, TableErrorCode.UpdateConditionNotSatisfied.ToString(), () => Table.UpdateEntityAsync(Entity("p", "r", ("A", 3)), first, mode, Token));
        Assert.Equal(2, (await ReadAsync("p", "r")).GetInt32("A"));
    }

    [Fact]
    public async Task An_update_of_what_is_missing_is_refused() =>
        await RefusedAsync(404, TableErrorCode.ResourceNotFound.ToString(), () => Table.UpdateEntityAsync(Entity("p", "r"), ETag.All, cancellationToken: Token));

    [Fact]
    public async Task An_update_that_names_no_version_is_a_mistake_of_the_caller() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Table.UpdateEntityAsync(Entity("p", "r"), default, cancellationToken: Token));

    [Fact]
    public async Task Deleting_an_outdated_version_is_refused()
    {
        var first = (await Table.AddEntityAsync(Entity("p", "r"), Token)).Headers.ETag!.Value;
        await Table.UpsertEntityAsync(Entity("p", "r", ("A", 1)), cancellationToken: Token);
        await RefusedAsync(412, TableErrorCode.UpdateConditionNotSatisfied.ToString(), () => Table.DeleteEntityAsync("p", "r", first, Token));
    }

    [Fact]
    public async Task Deleting_twice_answers_404_without_throwing()
    {
        await Table.AddEntityAsync(Entity("p", "r"), Token);
        Assert.Equal(204, (await Table.DeleteEntityAsync("p", "r", cancellationToken: Token)).Status);
        Assert.Equal(404, (await Table.DeleteEntityAsync("p", "r", cancellationToken: Token)).Status);
    }

    [Fact]
    public async Task Of_many_who_add_the_same_entity_one_succeeds()
    {
        async Task<bool> AddAsync(int who)
        {
            try
            {
                await Table.AddEntityAsync(Entity("p", "r", ("Who", who)), Token);
                return true;
            }
            catch (RequestFailedException refusal) when (refusal.Status == 409)
            {
                return false;
            }
        }

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(AddAsync));
        Assert.Single(outcomes, won => won);
        Assert.Equal(Array.IndexOf(outcomes, true), (await ReadAsync("p", "r")).GetInt32("Who"));
    }
}
