using Dapper;

namespace LumenArgus.Storage.Database.Writing;

/// <summary>One statement that records what passed; shed when the queue is full.</summary>
internal sealed class PassingWrite(string sql, object parameters) : StoreWrite
{
    public override int Bytes => 512;

    public override bool CanBeShed => true;

    public override void Apply(WriteConnection connection) => connection.Connection.Execute(sql, parameters);
}
