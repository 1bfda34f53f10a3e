using System.Runtime.CompilerServices;

namespace LocalRuntime.Storage;

/// <summary>The table and queue services of an embedded store. All hosts of this process share them.</summary>
sealed class EmbeddedAccount(OpenStore open)
{
    static readonly ConditionalWeakTable<EmbeddedStore, EmbeddedAccount> Accounts = [];

    public EmbeddedTables Tables { get; } = new(open);

    public EmbeddedQueues Queues { get; } = new(open);

    public static EmbeddedAccount For(OpenStore open) => Accounts.GetValue(open.Store, _ =>
    {
        open.Store.WriteAsync(QueueSchema.Open).GetAwaiter().GetResult();
        return new EmbeddedAccount(open);
    });
}
