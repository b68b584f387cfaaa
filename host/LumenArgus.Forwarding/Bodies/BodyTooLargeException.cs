namespace LumenArgus.Forwarding.Bodies;

/// <summary>A body does not fit into one array (2 GB), the only size that capture cannot handle.</summary>
public sealed class BodyTooLargeException : IOException
{
    public BodyTooLargeException()
        : base("The body is larger than 2 GB and cannot be captured.")
    {
    }

    public BodyTooLargeException(string message)
        : base(message)
    {
    }

    public BodyTooLargeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
