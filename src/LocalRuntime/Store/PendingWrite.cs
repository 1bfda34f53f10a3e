using Microsoft.Data.Sqlite;

namespace LocalRuntime.Store;

/// <summary>A write that waits for its group, and then for its group's commit.</summary>
abstract class PendingWrite(bool repeatable)
{
    /// <summary>True when a loss of power may forget the write, because its caller does it again.</summary>
    public bool Repeatable => repeatable;

    public abstract bool TryRun(SqliteConnection connection);

    public abstract void Fail(Exception failure);

    public abstract void Complete();
}

sealed class PendingWrite<T>(Func<SqliteConnection, T> write, bool repeatable) : PendingWrite(repeatable)
{
    T? result;
    Exception? failure;

    public TaskCompletionSource<T> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override bool TryRun(SqliteConnection connection)
    {
        try
        {
            result = write(connection);
            return true;
        }
#pragma warning disable CA1031 // whatever the delegate throws belongs to its caller
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            failure = thrown;
            return false;
        }
    }

    public override void Fail(Exception failure) => this.failure ??= failure;

    public override void Complete()
    {
        if (failure is null) Completion.SetResult(result!);
        else Completion.SetException(failure);
    }
}
